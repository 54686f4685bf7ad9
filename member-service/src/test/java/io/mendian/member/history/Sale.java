package io.mendian.member.history;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.contracts.order.RefundLine;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the orders that tests pay and refund: {@code Sale.to(member).goods(12_300).paid()}. */
public final class Sale {

    public static final StoreId STORE = StoreId.of(77_001);
    private static final SkuId SKU = SkuId.of(88_001);

    private final @Nullable MemberKey member;
    private final OrderId orderId;
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<Tender> tenders = new ArrayList<>();
    private StoreId store = STORE;
    private Instant at = Instant.now();
    private long pointsUsed;
    private boolean history;
    private long refundedSoFar;

    private Sale(@Nullable MemberKey member, OrderId orderId) {
        this.member = member;
        this.orderId = orderId;
    }

    public static Sale to(MemberKey member) {
        return new Sale(member, OrderId.of(Ids.next()));
    }

    /** A sale without a member. */
    public static Sale toNobody() {
        return new Sale(null, OrderId.of(Ids.next()));
    }

    public static MemberKey someone() {
        return MemberKey.of(Ids.next());
    }

    public OrderId orderId() {
        return orderId;
    }

    public Sale at(Instant instant) {
        at = instant;
        return this;
    }

    public Sale in(StoreId id) {
        store = id;
        return this;
    }

    public Sale history() {
        history = true;
        return this;
    }

    public Sale goods(long netMinor) {
        return line("GOODS", "饮料", 1, netMinor, null, null);
    }

    public Sale line(
            String kind, String category, long quantity, long netMinor, CardTerms card, RechargeTerms recharge) {
        String lineId = Integer.toString(lines.size() + 1);
        lines.add(new OrderLine(
                lineId, SKU, kind, kind + lineId, category, quantity, netMinor, netMinor, null, card, recharge));
        return this;
    }

    /** Goods that points were given for, and no money. */
    public Sale exchanged(long points) {
        String lineId = Integer.toString(lines.size() + 1);
        lines.add(
                new OrderLine(lineId, SKU, "GOODS", "礼品" + lineId, "饮料", 1, 4_000, 0, null, null, null, points, null));
        pointsUsed += points;
        return this;
    }

    public Sale card(long pieces, CardTerms terms, long netMinor) {
        return line("CARD", "卡", pieces, netMinor, terms, null);
    }

    public Sale recharge(long principalMinor, long bonusMinor) {
        return line("RECHARGE", "充值", 1, principalMinor, null, new RechargeTerms(null, principalMinor, bonusMinor));
    }

    public Sale points(long used) {
        pointsUsed = used;
        return this;
    }

    /** Paid by a gift card. */
    public Sale giftCard(String giftCardId, long amountMinor) {
        tenders.add(new Tender("GIFT_CARD", amountMinor, giftCardId));
        return this;
    }

    /** A service line paid by uses of a card. */
    public Sale cardUse(SkuId service, long uses, long priceMinor) {
        String lineId = Integer.toString(lines.size() + 1);
        lines.add(new OrderLine(
                lineId, service, "SERVICE", "课" + lineId, "课程", uses, priceMinor, priceMinor, null, null, null));
        tenders.add(new Tender("CARD_USE", priceMinor, lineId));
        return this;
    }

    public Sale storedValue(long amountMinor) {
        tenders.add(new Tender("STORED_VALUE", amountMinor, orderId.text()));
        return this;
    }

    public OrderPaid paid() {
        long net = lines.stream().mapToLong(OrderLine::netMinor).sum();
        return new OrderPaid(
                orderId,
                "N" + orderId,
                store,
                member,
                history ? "HISTORY" : "POS",
                null,
                LocalDate.of(2026, 11, 21),
                at,
                "CNY",
                net,
                0,
                net,
                List.copyOf(lines),
                List.copyOf(tenders),
                List.of(),
                pointsUsed,
                history);
    }

    /** A refund of a part of one line; {@code full} says that nothing is left of the order. */
    public Refund refund(int line, long quantity, long netMinor) {
        return new Refund(line, quantity, netMinor);
    }

    /** A refund that is being built. */
    public final class Refund {

        private String refundId = Long.toString(Ids.next());
        private final int line;
        private final long quantity;
        private final long netMinor;
        private long pointsReturned;
        private long storedValue;
        private boolean full;
        private final List<Tender> tenders = new ArrayList<>();

        private Refund(int line, long quantity, long netMinor) {
            this.line = line;
            this.quantity = quantity;
            this.netMinor = netMinor;
        }

        public String refundId() {
            return refundId;
        }

        public Refund full() {
            full = true;
            return this;
        }

        public Refund points(long returned) {
            pointsReturned = returned;
            return this;
        }

        /** Under the id of a refund that was prepared. */
        public Refund id(String prepared) {
            refundId = prepared;
            return this;
        }

        public Refund tender(String kind, long amountMinor, String reference) {
            tenders.add(new Tender(kind, amountMinor, reference));
            return this;
        }

        public Refund storedValue(long amountMinor) {
            storedValue = amountMinor;
            return this;
        }

        public OrderRefunded event() {
            OrderLine of = lines.get(line - 1);
            refundedSoFar += netMinor;
            if (storedValue > 0) {
                tenders.add(new Tender("STORED_VALUE", storedValue, refundId));
            }
            return new OrderRefunded(
                    orderId,
                    refundId,
                    store,
                    member,
                    LocalDate.of(2026, 11, 22),
                    at.plusSeconds(60),
                    "CNY",
                    netMinor,
                    refundedSoFar,
                    lines.stream().mapToLong(OrderLine::netMinor).sum(),
                    List.of(new RefundLine(
                            of.lineId(), of.skuId(), of.kind(), of.name(), of.category(), quantity, netMinor, true)),
                    List.copyOf(tenders),
                    List.of(),
                    pointsReturned,
                    full);
        }
    }
}
