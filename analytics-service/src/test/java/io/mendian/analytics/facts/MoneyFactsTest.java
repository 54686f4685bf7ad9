package io.mendian.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.contracts.order.RefundLine;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The worked day of docs/money.md from its events: the figures are those of order-service's day and shift. */
@MendianTest
class MoneyFactsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-01");
    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");

    @Autowired
    Deliveries deliveries;

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    private final Trading trading = new Trading();
    private final MemberKey member = Trading.member();

    @Test
    void theWorkedDayTiesOut() {
        deliveries.deliver(trading.opened("Asia/Shanghai", "r" + Trading.id()));
        OrderPaid mugs = paid(null, line("GOODS", 2, 3_000, 3_000), new Tender("CASH", 3_000, "c"));
        OrderPaid pilates = paid(null, line("SERVICE", 3, 27_000, 27_000), new Tender("CARD_USE", 27_000, "1", 2_340L));
        OrderPaid quick = paid(null, line("AMOUNT", 1_234, 1_234, 1_234), new Tender("CASH", 1_234, "c"));
        deliveries.deliverTwice(mugs);
        deliveries.deliver(paid(null, recharge(10_000), new Tender("CASH", 10_000, "c")));
        deliveries.deliver(paid(
                null,
                line("GOODS", 1, 10_000, 8_900),
                new Tender("STORED_VALUE", 2_000, "w"),
                new Tender("GIFT_CARD", 2_500, "g"),
                new Tender("BOOKED", 1_500, "POS 机"),
                new Tender("CASH", 2_900, "c")));
        deliveries.deliver(pilates);
        deliveries.deliver(paid(null, line("CARD", 1, 50_000, 50_000), new Tender("BOOKED", 50_000, "POS 机")));
        deliveries.deliver(quick);
        deliveries.deliver(back(mugs, 1, 1_500, new Tender("CASH", 1_500, "c")));
        deliveries.deliverTwice(back(pilates, 1, 9_000, new Tender("CARD_USE", 9_000, "1", 780L)));
        deliveries.deliver(back(quick, 234, 234, new Tender("CASH", 234, "c")));

        JsonNode day = api.as(TestCallers.headquarters())
                .get("/hq/v1/reports/summary?from=2026-06-01&to=2026-06-01&storeId=" + trading.store.text())
                .expect(200)
                .json();
        assertThat(day.path("salesMinor").asLong()).isEqualTo(90_134);
        assertThat(day.path("cardSalesMinor").asLong()).isEqualTo(50_000);
        assertThat(day.path("rechargeMinor").asLong()).isEqualTo(10_000);
        assertThat(day.path("refundsMinor").asLong()).isEqualTo(10_734);
        assertThat(day.path("receivedMinor").asLong()).isEqualTo(17_134 + 51_500);
        assertThat(day.path("bookedMinor").asLong()).isEqualTo(51_500);
        assertThat(day.path("paidBackMinor").asLong()).isEqualTo(1_734);
        assertThat(day.path("storedValueUsedMinor").asLong()).isEqualTo(2_000);
        assertThat(day.path("giftCardsUsedMinor").asLong()).isEqualTo(2_500);
        assertThat(day.path("cardUsesMinor").asLong()).isEqualTo(18_000);
        assertThat(day.path("cardUsesValueMinor").asLong()).isEqualTo(1_560);
        assertThat(day.path("revenueMinor").asLong()).isEqualTo(12_960);
        assertThat(day.path("pieces").asLong()).isEqualTo(2 + 1 + 3 + 1);
    }

    @Test
    void feesAreOnTopOfTheLinesAndComeBackWithThem() {
        OrderPaid paid = paid(200L, line("GOODS", 1, 1_000, 1_000), new Tender("WECHAT_PAY", 1_200, "M1"));
        deliveries.deliver(paid);
        deliveries.deliver(back(paid, 1, 1_000, new Tender("STORED_VALUE_CREDIT", 1_200, "R1")));
        assertThat(jdbc.queryForList(
                        "SELECT CONCAT(sales_minor, ' ', fees_minor, ' ', received_minor, ' ', fees_back_minor, ' ',"
                                + " credited_minor, ' ', paid_back_minor) FROM agg_sales WHERE store_id = ?",
                        String.class,
                        trading.store.value()))
                .containsExactly("1000 200 1200 200 1200 0");
    }

    private static OrderLine line(String kind, long pieces, long list, long net) {
        return new OrderLine("1", SkuId.of(Trading.id()), kind, "货品", "类", pieces, list, net, null, null, null);
    }

    private static OrderLine recharge(long principal) {
        return new OrderLine(
                "1",
                SkuId.of(Trading.id()),
                "RECHARGE",
                "充值",
                "充值",
                1,
                principal,
                principal,
                null,
                null,
                new RechargeTerms("7", principal, 1_000));
    }

    private OrderPaid paid(Long fees, OrderLine line, Tender... tenders) {
        long payable = line.netMinor() + (fees == null ? 0 : fees);
        OrderId id = OrderId.of(Trading.id());
        return new OrderPaid(
                id,
                "N" + id.text(),
                trading.store,
                member,
                "POS",
                null,
                DAY,
                NOON,
                "CNY",
                line.listMinor(),
                line.listMinor() - line.netMinor(),
                payable,
                List.of(line),
                List.of(tenders),
                List.of(),
                0,
                false,
                fees,
                null);
    }

    private OrderRefunded back(OrderPaid paid, long pieces, long net, Tender tender) {
        OrderLine line = paid.lines().getFirst();
        return new OrderRefunded(
                paid.orderId(),
                "R" + Trading.id(),
                trading.store,
                member,
                DAY,
                NOON,
                "CNY",
                tender.amountMinor(),
                tender.amountMinor(),
                paid.payableMinor(),
                List.of(new RefundLine(
                        line.lineId(), line.skuId(), line.kind(), line.name(), line.category(), pieces, net, false)),
                List.of(tender),
                List.of(),
                0,
                false);
    }
}
