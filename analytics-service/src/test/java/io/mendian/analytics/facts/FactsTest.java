package io.mendian.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.contracts.member.MemberJoined;
import io.mendian.contracts.member.MemberLevelChanged;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class FactsTest {

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    private final Trading trading = new Trading();
    private final SkuId sku = SkuId.of(Trading.id());

    @Test
    void aSaleCountsOnceHoweverOftenItIsDelivered() {
        OrderPaid paid = trading.sale(Trading.member(), "2026-03-01")
                .line(sku, 3, 900, 800)
                .paid();
        deliveries.deliverTwice(paid);
        deliveries.deliverInParallel(paid, 8);
        deliveries.deliver(paid);
        assertThat(sales()).containsEntry("orders", 1L).containsEntry("pieces", 3L);
        assertThat(sales()).containsEntry("sales_minor", 800L).containsEntry("discount_minor", 100L);
        assertThat(count("agg_tender", "payments")).isEqualTo(1);
        assertThat(count("agg_product", "pieces")).isEqualTo(3);
        assertThat(jdbc.queryForList(
                        "SELECT reason FROM dead_letter WHERE msg_key = ?",
                        String.class,
                        paid.orderId().text()))
                .isEmpty();
    }

    @Test
    void aRefundBooksOnItsOwnBusinessDate() {
        Trading.Sale sale = trading.sale(Trading.member(), "2026-03-31").line(sku, 3, 900, 900);
        deliveries.deliver(sale.paid());
        deliveries.deliverTwice(sale.refund("2026-04-02", 1, 300, false));
        assertThat(jdbc.queryForList(
                        "SELECT CONCAT(business_date, ' ', sales_minor, ' ', refunds_minor) FROM agg_sales"
                                + " WHERE store_id = ? ORDER BY business_date",
                        String.class,
                        trading.store.value()))
                .containsExactly("2026-03-31 900 0", "2026-04-02 0 300");
    }

    @Test
    void aRefundThatComesBeforeItsOrderCountsTheSame() {
        MemberKey member = Trading.member();
        Trading.Sale first = trading.sale(member, "2026-03-01").line(sku, 2, 500, 500);
        Trading.Sale second = trading.sale(member, "2026-03-09").line(sku, 1, 250, 250);
        deliveries.deliver(first.paid());
        deliveries.deliver(second.refund("2026-03-10", 1, 250, true));
        deliveries.deliver(second.paid());
        assertThat(member(member))
                .containsEntry("orders", 2L)
                .containsEntry("returned_orders", 1L)
                .containsEntry("refunds_minor", 250L);
        assertThat(member(member).get("last_date")).hasToString("2026-03-01");
    }

    @Test
    void aRechargeIsMoneyAndDebtAndOnlyItsUseIsRevenue() {
        MemberKey member = Trading.member();
        deliveries.deliver(
                trading.sale(member, "2026-05-01").recharge(10000, 2000).paid());
        assertThat(sales())
                .containsEntry("orders", 0L)
                .containsEntry("sales_minor", 0L)
                .containsEntry("received_minor", 10000L)
                .containsEntry("recharge_minor", 10000L)
                .containsEntry("bonus_minor", 2000L);
        deliveries.deliver(trading.sale(member, "2026-05-01")
                .line(sku, 1, 3000, 3000)
                .by("STORED_VALUE", 3000)
                .paid());
        assertThat(sales())
                .containsEntry("orders", 1L)
                .containsEntry("sales_minor", 3000L)
                .containsEntry("received_minor", 10000L)
                .containsEntry("stored_minor", 3000L);
    }

    @Test
    void giftCardsAndCardUsesAreNoMoneyAndFeesStandBesideSales() {
        MemberKey member = Trading.member();
        deliveries.deliver(trading.sale(member, "2026-05-01").giftCard(5000).paid());
        assertThat(sales())
                .containsEntry("sales_minor", 5000L)
                .containsEntry("card_sales_minor", 5000L)
                .containsEntry("received_minor", 5000L);
        deliveries.deliver(trading.sale(member, "2026-05-01")
                .line(sku, 1, 9000, 9000)
                .line(sku, 2, 3000, 3000)
                .fees(200)
                .by("CARD_USE", 9000)
                .by("GIFT_CARD", 2000)
                .by("BOOKED", 1200)
                .paid());
        assertThat(sales())
                .containsEntry("sales_minor", 17_000L)
                .containsEntry("fees_minor", 200L)
                .containsEntry("received_minor", 6200L)
                .containsEntry("booked_minor", 1200L)
                .containsEntry("gift_card_minor", 2000L)
                .containsEntry("card_use_minor", 9000L)
                .containsEntry("stored_minor", 0L);
    }

    @Test
    void hoursAreThoseOfTheStoresTimeZone() {
        deliveries.deliver(trading.opened("America/New_York", "east"));
        // New York put its clocks forward on 8 March 2026: 06:59Z is 01:59, 07:00Z is 03:00
        deliveries.deliver(trading.sale(null, "2026-03-08")
                .line(sku, 1, 1, 1)
                .at("2026-03-08T06:59:00Z")
                .paid());
        deliveries.deliver(trading.sale(null, "2026-03-08")
                .line(sku, 1, 2, 2)
                .at("2026-03-08T07:00:00Z")
                .paid());
        deliveries.deliver(trading.sale(null, "2026-03-07")
                .line(sku, 1, 4, 4)
                .at("2026-03-08T04:59:59Z")
                .paid());
        assertThat(hours()).containsExactly("2026-03-07 23 4", "2026-03-08 1 1", "2026-03-08 3 2");
    }

    @Test
    void salesThatComeBeforeTheirStoreGetTheirRightHourWhenItIsKnown() {
        Trading.Sale sale = trading.sale(null, "2026-03-02").line(sku, 1, 7, 7).at("2026-03-02T18:00:00Z");
        deliveries.deliver(sale.paid());
        deliveries.deliver(sale.refund("2026-03-02", 1, 7, true));
        assertThat(hours()).containsExactly("2026-03-02 11 0", "2026-03-02 2 7");
        deliveries.deliver(trading.opened("Europe/London", "west"));
        assertThat(hours()).containsExactly("2026-03-02 18 7", "2026-03-02 3 0");
    }

    @Test
    void anOrderInAnotherCurrencyWaitsForAPerson() {
        OrderPaid paid =
                trading.sale(null, "2026-03-01").line(sku, 1, 5, 5).in("USD").paid();
        deliveries.deliver(paid);
        assertThat(hours()).isEmpty();
        assertThat(jdbc.queryForObject(
                        "SELECT reason FROM dead_letter WHERE msg_key = ?",
                        String.class,
                        paid.orderId().text()))
                .contains("currency");
        jdbc.update("DELETE FROM dead_letter WHERE msg_key = ?", paid.orderId().text());
    }

    @Test
    void anOlderVersionOfAProductChangesNothing() {
        deliveries.deliver(trading.sale(null, "2026-03-01").line(sku, 1, 5, 5).paid());
        assertThat(name()).isEqualTo("货品" + sku.text());
        deliveries.deliver(sku(2, "新名"));
        deliveries.deliver(sku(1, "旧名"));
        assertThat(name()).isEqualTo("新名");
    }

    @Test
    void aMemberHasTheLevelOfTheLatestWordAndTheFirstSource() {
        MemberKey member = Trading.member();
        deliveries.deliver(new MemberJoined(
                member, trading.store, "POS", "ORDINARY", false, Instant.parse("2026-01-31T18:00:00Z")));
        deliveries.deliver(level(member, "GOLD", "2026-03-01T00:00:00Z"));
        deliveries.deliver(level(member, "SILVER", "2026-02-01T00:00:00Z"));
        assertThat(jdbc.queryForList(
                        "SELECT CONCAT_WS(' ', level_code, source, joined_date) FROM dim_member WHERE member_key = ?",
                        String.class,
                        member.value()))
                .containsExactly("GOLD POS 2026-02-01");
    }

    private static MemberLevelChanged level(MemberKey member, String to, String at) {
        return new MemberLevelChanged(member, "ORDINARY", to, "SPEND", Instant.parse(at));
    }

    private SkuPublished sku(long version, String name) {
        return new SkuPublished(
                sku,
                version,
                "C1",
                List.of(),
                "GOODS",
                name,
                "食品",
                "PIECE",
                100,
                "CNY",
                null,
                null,
                true,
                Instant.EPOCH);
    }

    private String name() {
        return jdbc.queryForObject("SELECT name FROM dim_sku WHERE sku_id = ?", String.class, sku.value());
    }

    private List<String> hours() {
        return jdbc.queryForList(
                "SELECT CONCAT_WS(' ', business_date, hour_of_day, sales_minor) FROM agg_sales WHERE store_id = ?"
                        + " ORDER BY 1",
                String.class,
                trading.store.value());
    }

    private long count(String table, String column) {
        return jdbc.queryForObject(
                "SELECT SUM(" + column + ") FROM " + table + " WHERE store_id = ?", Long.class, trading.store.value());
    }

    private Map<String, Object> sales() {
        return jdbc.queryForMap(
                "SELECT CAST(SUM(orders) AS SIGNED) AS orders, CAST(SUM(pieces) AS SIGNED) AS pieces,"
                        + " CAST(SUM(sales_minor) AS SIGNED) AS sales_minor,"
                        + " CAST(SUM(discount_minor) AS SIGNED) AS discount_minor,"
                        + " CAST(SUM(received_minor) AS SIGNED) AS received_minor,"
                        + " CAST(SUM(recharge_minor) AS SIGNED) AS recharge_minor,"
                        + " CAST(SUM(bonus_minor) AS SIGNED) AS bonus_minor,"
                        + " CAST(SUM(stored_minor) AS SIGNED) AS stored_minor,"
                        + " CAST(SUM(card_sales_minor) AS SIGNED) AS card_sales_minor, CAST(SUM(fees_minor) AS SIGNED) AS fees_minor,"
                        + " CAST(SUM(booked_minor) AS SIGNED) AS booked_minor,"
                        + " CAST(SUM(gift_card_minor) AS SIGNED) AS gift_card_minor,"
                        + " CAST(SUM(card_use_minor) AS SIGNED) AS card_use_minor FROM agg_sales WHERE store_id = ?",
                trading.store.value());
    }

    private Map<String, Object> member(MemberKey member) {
        return jdbc.queryForMap("SELECT * FROM agg_member WHERE member_key = ?", member.value());
    }
}
