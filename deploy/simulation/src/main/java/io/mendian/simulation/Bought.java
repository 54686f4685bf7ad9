package io.mendian.simulation;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.IncomingEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What members had bought before a world begins: stored value, and a card with some uses. */
final class Bought {

    private static final long PRICE = 8_000;

    private final Office office;
    private final StoreId store;
    private long orders = 900;

    Bought(Office office, String store) {
        this.office = office;
        this.store = StoreId.parse(store);
    }

    void storedValue(MemberKey member) {
        tell(
                member,
                new OrderLine(
                        "1",
                        SkuId.of(99),
                        "RECHARGE",
                        "充值",
                        "储值",
                        1,
                        PRICE,
                        PRICE,
                        null,
                        null,
                        new RechargeTerms(null, PRICE, 800)));
    }

    /** A card with so many uses of a service. */
    void card(MemberKey member, String service, int uses) {
        CardTerms terms = new CardTerms("PUNCH", uses, 90, List.of(SkuId.of(Long.parseLong(service))), List.of());
        tell(member, new OrderLine("1", SkuId.of(98), "CARD", "次卡", "卡", 1, PRICE, PRICE, null, terms, null));
    }

    private void tell(MemberKey member, OrderLine line) {
        orders++;
        OrderPaid paid = new OrderPaid(
                OrderId.of(orders),
                "R" + orders,
                store,
                member,
                "POS",
                null,
                LocalDate.of(2026, 11, 20),
                Instant.EPOCH.plusSeconds(Opening.START_MICROS / 1_000_000),
                "CNY",
                PRICE,
                0,
                PRICE,
                List.of(line),
                List.of(),
                List.of(),
                0,
                false);
        office.world()
                .node("member-service")
                .dispatcher()
                .dispatch(List.of(new IncomingEvent(
                        "bought-" + orders,
                        "mendian.order",
                        paid.key(),
                        1,
                        "order.paid.v1",
                        paid.paidAt(),
                        office.json().writeValueAsString(paid))));
    }
}
