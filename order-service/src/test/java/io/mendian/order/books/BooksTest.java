package io.mendian.order.books;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Each check of the books is shown red: broken by hand, named by the books, mended again. */
@MendianTest
class BooksTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    FakeMembers members;

    @Autowired
    MovableClock clock;

    @Test
    void aSaleAndItsRefundBalance() {
        String order = saleWithRefund();
        assertThat(offenders()).noneMatch(offender -> offender.contains(order));
    }

    @Test
    void everyBrokenRowIsNamed() {
        String order = saleWithRefund();
        String where = " WHERE order_id = " + order;
        red(
                order,
                "I3",
                "UPDATE order_line SET net_minor = net_minor - 1" + where,
                "UPDATE order_line SET net_minor = net_minor + 1" + where);
        red(
                order,
                "I4 refunded <= paid",
                "UPDATE order_tender SET refunded_minor = refunded_minor + 1" + where,
                "UPDATE order_tender SET refunded_minor = refunded_minor - 1" + where);
        red(
                order,
                "I4 refunded of an order",
                "UPDATE sales_order SET refunded_minor = refunded_minor + 1 WHERE id = " + order,
                "UPDATE sales_order SET refunded_minor = refunded_minor - 1 WHERE id = " + order);
        red(
                order,
                "I5 a paid order",
                "UPDATE sales_order SET covered_minor = covered_minor - 1 WHERE id = " + order,
                "UPDATE sales_order SET covered_minor = covered_minor + 1 WHERE id = " + order);
        red(
                order,
                "P2",
                "UPDATE outbox_sequence SET last_seq = last_seq + 1 WHERE msg_key = '" + order + "'",
                "UPDATE outbox_sequence SET last_seq = last_seq - 1 WHERE msg_key = '" + order + "'");
        red(
                order,
                "Group-buys",
                "UPDATE sales_order SET group_id = 1, group_state = 'FAILED' WHERE id = " + order,
                "UPDATE sales_order SET group_id = NULL, group_state = NULL WHERE id = " + order);
        String stuck =
                "UPDATE sales_order SET status = '%s', placed_at = placed_at %s INTERVAL 10 MINUTE WHERE id = " + order;
        red(order, "I23 every order", stuck.formatted("PLACING", "-"), stuck.formatted("PARTLY_REFUNDED", "+"));
    }

    @Test
    void aBrokenCardUseOrExchangeIsNamed() {
        StoreId store = shop.store();
        MemberKey member = shop.member(1000, 0);
        members.hasUses(member, 1);
        String offer = api.as(TestCallers.headquarters())
                .post(
                        "/hq/v1/exchange-offers",
                        Map.of(
                                "skuId",
                                shop.goods(1000).text(),
                                "points",
                                10,
                                "limitPerMember",
                                3,
                                "until",
                                clock.instant().plusSeconds(600)))
                .expect(201)
                .json()
                .path("offerId")
                .asString();
        String sku = jdbc.queryForObject("SELECT sku_id FROM exchange_offer WHERE id = " + offer, String.class);
        String order = api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of(
                                "storeId",
                                store.text(),
                                "lines",
                                List.of(
                                        Map.of("skuId", shop.service(9000).text(), "quantity", 1, "payByCard", true),
                                        Map.of("skuId", sku, "quantity", 2, "exchangeOfferId", offer))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        assertThat(offenders()).noneMatch(offender -> offender.contains(order) || offender.contains(offer));
        String where = " WHERE order_id = " + order;
        red(
                order,
                "I5 a line paid by a card",
                "UPDATE order_tender SET reference = '2'" + where,
                "UPDATE order_tender SET reference = '1'" + where);
        red(
                offer,
                "Points goods",
                "UPDATE exchange_taken SET pieces = pieces + 1 WHERE offer_id = " + offer,
                "UPDATE exchange_taken SET pieces = pieces - 1 WHERE offer_id = " + offer);
        red(
                order,
                "I3",
                "UPDATE order_line SET exchange_points = exchange_points + 1 WHERE line_no = 2 AND order_id = " + order,
                "UPDATE order_line SET exchange_points = exchange_points - 1 WHERE line_no = 2 AND order_id = "
                        + order);
    }

    @Test
    void aBrokenStepOrTipIsNamed() {
        Map<String, Object> sale = Map.of(
                "lines", List.of(line(shop.goods(1000), 1)),
                "cash", Map.of("receivedMinor", 1500),
                "tip", Map.of("kind", "CASH", "amountMinor", 500),
                "handing", Map.of("way", "PICKUP"));
        StoreId store = shop.store();
        api.as(shop.clerk(store))
                .post("/store/v1/till-shifts", Map.of("openingMinor", 100))
                .expect(201);
        String order = api.as(shop.clerk(store))
                .post("/store/v1/sales", sale)
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        String at = " WHERE id = " + order;
        red(
                order,
                "O02 how far",
                "UPDATE sales_order SET fulfilment = 'WAITING'" + at,
                "UPDATE sales_order SET fulfilment = 'TO_PREPARE'" + at);
        red(
                order,
                "O02 an order that is fetched",
                "UPDATE sales_order SET fulfilment = 'READY'" + at,
                "UPDATE sales_order SET fulfilment = 'TO_PREPARE'" + at);
        red(
                order,
                "X20 the tips",
                "UPDATE sales_order SET tip_minor = tip_minor + 1" + at,
                "UPDATE sales_order SET tip_minor = tip_minor - 1" + at);
        String tip = jdbc.queryForObject("SELECT id FROM order_tip WHERE order_id = " + order, String.class);
        red(
                tip,
                "X20 a tip in a shift",
                "UPDATE shift_entry SET amount_minor = amount_minor + 1 WHERE cause_type = 'TIP' AND cause_id = '" + tip
                        + "'",
                "UPDATE shift_entry SET amount_minor = amount_minor - 1 WHERE cause_type = 'TIP' AND cause_id = '" + tip
                        + "'");
    }

    private void red(String order, String check, String breaking, String mending) {
        jdbc.update(breaking);
        try {
            JsonNode broken = run().valueStream()
                    .filter(one -> one.path("name").asString().startsWith(check))
                    .findFirst()
                    .orElseThrow();
            assertThat(broken.path("balanced").asBoolean()).as(check).isFalse();
            assertThat(broken.path("offenders").toString()).as(check).contains(order);
        } finally {
            jdbc.update(mending);
        }
        assertThat(offenders()).as(check).noneMatch(offender -> offender.contains(order));
    }

    private List<String> offenders() {
        return run().valueStream()
                .flatMap(check -> check.path("offenders").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode run() {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/books/order")
                .expect(200)
                .json()
                .path("checks");
    }

    private String saleWithRefund() {
        StoreId store = shop.store();
        Caller clerk = shop.clerk(store);
        String order = api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of("lines", List.of(line(shop.goods(1000), 3)), "cash", Map.of("receivedMinor", 3000)))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "x", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(201);
        return order;
    }
}
