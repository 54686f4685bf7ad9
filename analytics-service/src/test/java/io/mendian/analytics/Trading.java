package io.mendian.analytics;

import io.mendian.contracts.member.StoreOpened;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the events of a store's trading; every store, order, product and member is new. */
public final class Trading {

    public final StoreId store = StoreId.of(id());

    public static long id() {
        return ThreadLocalRandom.current().nextLong(1L << 40, 1L << 62);
    }

    public static MemberKey member() {
        return MemberKey.of(id());
    }

    public StoreOpened opened(String zone, String region) {
        return new StoreOpened(
                store,
                "S" + store.text(),
                "门店" + store.text(),
                "RETAIL",
                zone,
                LocalTime.MIDNIGHT,
                region,
                Instant.parse("2020-01-01T00:00:00Z"));
    }

    /** A sale of pieces of one product for cash at noon UTC. */
    public Sale sale(MemberKey member, String date) {
        return new Sale(store, member, LocalDate.parse(date));
    }

    /** An order in the making. */
    public static final class Sale {
        public final OrderId id = OrderId.of(id());
        private final StoreId store;
        private final MemberKey member;
        private final LocalDate date;
        private final List<OrderLine> lines = new ArrayList<>();
        private final List<Tender> tenders = new ArrayList<>();
        private Long fees;
        private Instant at;
        private String currency = "CNY";
        private boolean history;

        private Sale(StoreId store, MemberKey member, LocalDate date) {
            this.store = store;
            this.member = member;
            this.date = date;
            this.at = date.atTime(12, 0).toInstant(ZoneOffset.UTC);
        }

        public Sale at(String instant) {
            at = Instant.parse(instant);
            return this;
        }

        public Sale in(String other) {
            currency = other;
            return this;
        }

        public Sale history() {
            history = true;
            return this;
        }

        public Sale line(SkuId sku, long pieces, long listMinor, long netMinor) {
            lines.add(new OrderLine(
                    "L" + (lines.size() + 1),
                    sku,
                    "GOODS",
                    "货品" + sku.text(),
                    "食品",
                    pieces,
                    listMinor,
                    netMinor,
                    null,
                    null,
                    null));
            return this;
        }

        public Sale recharge(long principal, long bonus) {
            lines.add(new OrderLine(
                    "L" + (lines.size() + 1),
                    SkuId.of(2),
                    "RECHARGE",
                    "充值",
                    "充值",
                    1,
                    principal,
                    principal,
                    null,
                    null,
                    new RechargeTerms("7", principal, bonus)));
            return this;
        }

        public Sale giftCard(long valueMinor) {
            lines.add(new OrderLine(
                    "L" + (lines.size() + 1),
                    SkuId.of(3),
                    "CARD",
                    "礼品卡",
                    "卡",
                    1,
                    valueMinor,
                    valueMinor,
                    null,
                    new CardTerms("GIFT", 0, null, List.of(), List.of(), valueMinor),
                    null));
            return this;
        }

        public Sale fees(long minor) {
            fees = minor;
            return this;
        }

        public Sale by(String tender, long amountMinor) {
            tenders.add(new Tender(tender, amountMinor, "ref"));
            return this;
        }

        public OrderPaid paid() {
            long list = lines.stream().mapToLong(OrderLine::listMinor).sum();
            long net = lines.stream().mapToLong(OrderLine::netMinor).sum();
            if (tenders.isEmpty()) {
                by("CASH", net);
            }
            return new OrderPaid(
                    id,
                    "N" + id.text(),
                    store,
                    member,
                    history ? "HISTORY" : "POS",
                    null,
                    date,
                    at,
                    currency,
                    list,
                    list - net,
                    net + (fees == null ? 0 : fees),
                    List.copyOf(lines),
                    List.copyOf(tenders),
                    List.of(),
                    0,
                    history,
                    fees,
                    null);
        }

        /** Some pieces of the first line come back on another day, to the first tender. */
        public OrderRefunded refund(String day, long pieces, long minor, boolean full) {
            OrderLine line = lines.getFirst();
            return new OrderRefunded(
                    id,
                    "R" + id(),
                    store,
                    member,
                    LocalDate.parse(day),
                    LocalDate.parse(day).atTime(3, 30).toInstant(ZoneOffset.UTC),
                    "CNY",
                    minor,
                    minor,
                    line.netMinor(),
                    List.of(new RefundLine(
                            line.lineId(),
                            line.skuId(),
                            line.kind(),
                            line.name(),
                            line.category(),
                            pieces,
                            minor,
                            true)),
                    List.of(new Tender(
                            tenders.isEmpty() ? "CASH" : tenders.getFirst().kind(), minor, "back")),
                    List.of(),
                    0,
                    full);
        }
    }
}
