package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Any mix of means pays an order; their sum is what is due, and one that fails frees the others. */
@MendianTest
class TendersTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    FakeMembers members;

    @Autowired
    FakeInventory inventory;

    @Autowired
    MovableClock clock;

    @Autowired
    FinishStuckOrders finishStuckOrders;

    private StoreId store;
    private Caller clerk;
    private MemberKey member;
    private String code;
    private String giftCard;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        member = shop.member(1000, 300);
        code = "code-" + member;
        members.shows(code, member);
        giftCard = "GC" + Shop.id();
        members.issuesGiftCard(giftCard, 2500);
    }

    @Test
    void aSaleIsPaidByFiveMeansInOneCall() {
        members.hasUses(member, 2);
        SkuId pilates = shop.service(9000);
        SkuId tea = shop.goods(10_000);
        // tea 100.00 at 9折 is 90.00, points pay 1.00
        JsonNode sale = sell(Map.of(
                        "memberCode", code,
                        "usePoints", 100,
                        "storedValueMinor", 300,
                        "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 2000)),
                        "booked", List.of(Map.of("label", "POS 机", "amountMinor", 1500)),
                        "cash", Map.of("receivedMinor", 6000),
                        "lines", List.of(byCard(pilates, 1), line(tea, 1))))
                .expect(201)
                .json();
        assertThat(sale.path("status").asString()).isEqualTo("PAID");
        assertThat(sale.path("payableMinor").asLong()).isEqualTo(17_900);
        OrderPaid paid =
                outbox.events(OrderPaid.class, sale.path("orderId").asString()).getFirst();
        assertThat(paid.tenders())
                .extracting("kind", "amountMinor", "reference")
                .contains(
                        tuple("GIFT_CARD", 2000L, "G" + giftCard.hashCode()),
                        tuple("CARD_USE", 9000L, "1"),
                        tuple("BOOKED", 1500L, "POS 机"))
                .hasSize(5);
        assertThat(paid.tenders())
                .extracting("kind", "amountMinor")
                .contains(tuple("STORED_VALUE", 300L), tuple("CASH", 5100L));
        assertThat(paid.tenders().stream()
                        .mapToLong(tender -> tender.amountMinor())
                        .sum())
                .isEqualTo(paid.payableMinor());
        assertThat(number("SELECT value_minor FROM order_tender WHERE kind = 'CARD_USE' AND order_id = "
                        + sale.path("orderId").asString()))
                .isEqualTo(780);
        assertThat(sale.path("tenders")
                        .valueStream()
                        .map(one -> one.path("label").asString()))
                .contains("POS 机");
    }

    @Test
    void severalMeansOneAfterTheOtherAndNoneTooMuch() {
        String order = place(Map.of("lines", List.of(line(shop.goods(1000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        book(order, 400, "key-a" + order).expect(200);
        book(order, 601, "key-b" + order).expectProblem(409, "PAYMENT_TOO_MUCH");
        // the same receipt again is booked once
        assertThat(book(order, 400, "key-a" + order)
                        .expect(200)
                        .json()
                        .path("remainingMinor")
                        .asLong())
                .isEqualTo(600);
        cash(order, 100).expect(200);
        JsonNode paid = api.as(clerk)
                .post("/store/v1/orders/" + order + "/booked-receipts", Map.of("label", "个人码"))
                .expect(200)
                .json();
        assertThat(paid.path("status").asString()).isEqualTo("PAID");
        book(order, 1, "key-c" + order).expectProblem(409, "PAYMENT_NOT_NEEDED");
        assertThat(outbox.events(OrderPaid.class, order).getFirst().tenders())
                .extracting("kind", "amountMinor", "reference")
                .contains(tuple("BOOKED", 400L, "银行卡"), tuple("BOOKED", 500L, "个人码"));
    }

    @Test
    void bookedAndCashAtTheSameInstantNeverSumToMoreThanIsDue() {
        for (int round = 0; round < 8; round++) {
            String order = place(Map.of("lines", List.of(line(shop.goods(1000), 1))))
                    .expect(201)
                    .json()
                    .path("orderId")
                    .asString();
            Race.run(
                    8,
                    i -> () -> i % 2 == 0
                            ? book(order, 700, "key-" + order + i).status()
                            : cash(order, 700).status());
            assertThat(number("SELECT COUNT(*) FROM order_tender WHERE order_id = " + order))
                    .isEqualTo(1);
            assertThat(number("SELECT covered_minor FROM sales_order WHERE id = " + order))
                    .isEqualTo(700);
        }
    }

    @Test
    void anOrderThatEndsUnpaidSaysWhatToGiveBack() {
        String order = place(Map.of("lines", List.of(line(shop.goods(1000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        book(order, 400, "key-" + order).expect(200);
        cash(order, 100).expect(200);
        JsonNode ended = api.as(clerk)
                .post("/store/v1/orders/" + order + "/cancel", Map.of())
                .expect(200)
                .json();
        assertThat(ended.path("bookedToReturnMinor").asLong()).isEqualTo(400);
        assertThat(ended.path("cashToReturnMinor").asLong()).isEqualTo(100);
    }

    @Test
    void aGiftCardPaysForAGuestAndItsCodeIsNowhere() {
        JsonNode sale = sell(Map.of(
                        "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 1000)),
                        "lines", List.of(line(shop.goods(1000), 1))))
                .expect(201)
                .json();
        String order = sale.path("orderId").asString();
        assertThat(sale.path("status").asString()).isEqualTo("PAID");
        assertThat(sale.toString()).doesNotContain(giftCard);
        assertThat(jdbc.queryForList("SELECT * FROM sales_order WHERE id = " + order)
                        .toString())
                .doesNotContain(giftCard);
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE gift_cards IS NULL AND id = " + order))
                .isEqualTo(1);
        assertThat(jdbc.queryForList("SELECT * FROM idempotency").toString()).doesNotContain(giftCard);
        assertThat(outbox.events(OrderPaid.class, order).getFirst().memberKey()).isNull();
    }

    @Test
    void aGiftCardsCodeIsEncryptedWhileItsOrderIsBeingPlacedAndStillServesToFinishIt() {
        inventory.isAwayFor(store, true);
        place(Map.of(
                        "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 1000)),
                        "lines", List.of(line(shop.goods(1000), 1))))
                .expect(503);
        String kept = jdbc.queryForObject(
                "SELECT gift_cards FROM sales_order WHERE store_id = ?", String.class, store.value());
        assertThat(kept).isNotEmpty().doesNotContain(giftCard);
        inventory.isAwayFor(store, false);
        clock.advance(Duration.ofSeconds(31));
        finishStuckOrders.finish(100);
        assertThat(number(
                        "SELECT COUNT(*) FROM sales_order WHERE status = 'PAID' AND gift_cards IS NULL AND store_id = "
                                + store.value()))
                .isEqualTo(1);
        assertThat(members.heldOf(giftCard)).isEqualTo(1000);
    }

    @Test
    void theSameGiftCardNamedTwiceIsOneTender() {
        JsonNode sale = sell(Map.of(
                        "giftCards",
                        List.of(
                                Map.of("code", giftCard, "amountMinor", 600),
                                Map.of("code", giftCard, "amountMinor", 400)),
                        "lines",
                        List.of(line(shop.goods(1000), 1))))
                .expect(201)
                .json();
        assertThat(sale.path("tenders")).hasSize(1);
        assertThat(sale.path("tenders").get(0).path("amountMinor").asLong()).isEqualTo(1000);
    }

    @Test
    void sixteenOrdersWithOneGiftCardSpendNoMoreThanItHas() {
        Race.run(
                16,
                i -> () -> sell(Map.of(
                                "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 1000)),
                                "lines", List.of(line(shop.goods(1000), 1))))
                        .status());
        assertThat(members.heldOf(giftCard)).isEqualTo(2000);
        assertThat(number("SELECT COALESCE(SUM(t.amount_minor), 0) FROM order_tender t JOIN sales_order o ON o.id ="
                        + " t.order_id WHERE t.kind = 'GIFT_CARD' AND o.status = 'PAID' AND o.store_id = "
                        + store.value()))
                .isEqualTo(2000);
    }

    @Test
    void aMeansThatFailsFreesTheOthersAndSellsNothing() {
        members.hasUses(member, 1);
        SkuId water = shop.goods(1000);
        Map<String, Object> basket = Map.of(
                "memberCode", code,
                "storedValueMinor", 300,
                "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 100)),
                "booked", List.of(Map.of("label", "POS 机", "amountMinor", 100)),
                "cash", Map.of("receivedMinor", 1000),
                "lines", List.of(byCard(shop.service(9000), 2), line(water, 1)));
        sell(basket).expectProblem(409, "NO_CARD_FOR_SERVICE");
        String order =
                jdbc.queryForObject("SELECT id FROM sales_order WHERE member_key = ?", String.class, member.value());
        assertThat(inventory.held(water)).isZero();
        assertThat(members.heldOf(giftCard)).isZero();
        assertThat(members.heldUses(member)).isZero();
        assertThat(number("SELECT COUNT(*) FROM order_tender WHERE order_id = " + order))
                .isZero();
        assertThat(outbox.events(OrderCancelled.class, order)).hasSize(1);
    }

    @Test
    void theLastUseOfACardPaysOneServiceAmongSixteen() {
        members.hasUses(member, 1);
        SkuId pilates = shop.service(9000);
        Race.run(
                16,
                i -> () -> api.as(TestCallers.member(member))
                        .post("/app/v1/orders", Map.of("storeId", store.text(), "lines", List.of(byCard(pilates, 1))))
                        .status());
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE status = 'PAID' AND member_key = " + member.value()))
                .isEqualTo(1);
        assertThat(members.heldUses(member)).isEqualTo(1);
    }

    @Test
    void onlyAServiceIsPaidByACardAndOnlyWhenTheMemberIsThere() {
        members.hasUses(member, 5);
        sell(Map.of("memberCode", code, "lines", List.of(byCard(shop.goods(100), 1))))
                .expectProblem(409, "CARD_USE_FOR_SERVICES");
        MemberKey away = shop.member(0, 0);
        sell(Map.of("memberKey", away.text(), "lines", List.of(byCard(shop.service(100), 1))))
                .expectProblem(409, "MEMBER_CODE_NEEDED");
        sell(Map.of("lines", List.of(byCard(shop.service(100), 1)))).expectProblem(409, "MEMBER_NEEDED");
    }

    @Test
    void moreThanIsDueIsRefusedBeforeAnythingIsHeld() {
        SkuId water = shop.goods(1000);
        sell(Map.of(
                        "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 1001)),
                        "lines", List.of(line(water, 1))))
                .expectProblem(409, "PAYMENT_TOO_MUCH");
        sell(Map.of(
                        "booked", List.of(Map.of("label", "x", "amountMinor", 600)),
                        "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 500)),
                        "lines", List.of(line(water, 1))))
                .expectProblem(409, "PAYMENT_TOO_MUCH");
        sell(Map.of(
                        "booked", List.of(Map.of("label", "x", "amountMinor", 600)),
                        "lines", List.of(line(water, 1))))
                .expectProblem(409, "PAYMENT_TOO_LITTLE");
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE store_id = " + store.value()))
                .isZero();
    }

    @Test
    void aGiftCardIsBoughtWithMoneyOnly() {
        SkuId card = shop.giftCard(10_000);
        Map<String, Object> basket = Map.of("memberCode", code, "lines", List.of(line(card, 1)));
        sell(with(basket, "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 100))))
                .expectProblem(409, "PREPAID_BY_PREPAID");
        members.shows(code, member);
        // no level price on it: it costs what it is worth
        JsonNode sale = sell(with(basket, "cash", Map.of("receivedMinor", 10_000)))
                .expect(201)
                .json();
        OrderPaid paid =
                outbox.events(OrderPaid.class, sale.path("orderId").asString()).getFirst();
        assertThat(paid.lines().getFirst().cardTerms().valueMinor()).isEqualTo(10_000);
        assertThat(paid.payableMinor()).isEqualTo(10_000);
    }

    @Test
    void whatComesBackGoesTheWayItCame() {
        members.hasUses(member, 2);
        SkuId cup = shop.goods(5000);
        String offer = api.as(TestCallers.headquarters())
                .post(
                        "/hq/v1/exchange-offers",
                        Map.of(
                                "skuId", cup.text(),
                                "points", 150,
                                "cashMinor", 500,
                                "limitPerMember", 2,
                                "until", clock.instant().plusSeconds(3600)))
                .expect(201)
                .json()
                .path("offerId")
                .asString();
        String order = sell(Map.of(
                        "memberCode", code,
                        "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 600)),
                        "booked", List.of(Map.of("label", "POS 机", "amountMinor", 400)),
                        "lines", List.of(byCard(shop.service(9000), 2), with(line(cup, 2), "exchangeOfferId", offer))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        giveBack(order, "1", 1);
        giveBack(order, "2", 1);
        List<OrderRefunded> told = outbox.events(OrderRefunded.class, order);
        assertThat(told.getFirst().tenders()).singleElement().satisfies(back -> {
            assertThat(back.kind()).isEqualTo("CARD_USE");
            assertThat(back.amountMinor()).isEqualTo(9000);
        });
        assertThat(told.getFirst().pointsReturned()).isZero();
        assertThat(told.get(1).tenders())
                .extracting("kind", "amountMinor")
                .containsExactlyInAnyOrder(tuple("GIFT_CARD", 300L), tuple("BOOKED", 200L));
        assertThat(told.get(1).pointsReturned()).isEqualTo(150);
        giveBack(order, "2", 1);
        giveBack(order, "1", 1);
        told = outbox.events(OrderRefunded.class, order);
        assertThat(told.stream().mapToLong(OrderRefunded::pointsReturned).sum()).isEqualTo(300);
        assertThat(told.stream().mapToLong(OrderRefunded::amountMinor).sum()).isEqualTo(19_000);
        assertThat(told.getLast().full()).isTrue();
        assertThat(number("SELECT pieces FROM exchange_taken WHERE offer_id = " + offer))
                .isZero();
    }

    private void giveBack(String order, String line, long quantity) {
        api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "x", "lines", List.of(Map.of("lineId", line, "quantity", quantity))))
                .expect(201);
    }

    private Api.Answer sell(Map<String, Object> sale) {
        return api.as(clerk).post("/store/v1/sales", sale);
    }

    private Api.Answer place(Map<String, Object> basket) {
        return api.as(clerk).post("/store/v1/orders", basket);
    }

    private Api.Answer book(String order, long minor, String key) {
        return api.as(clerk)
                .withKey(key)
                .post("/store/v1/orders/" + order + "/booked-receipts", Map.of("amountMinor", minor, "label", "银行卡"));
    }

    private Api.Answer cash(String order, long minor) {
        return api.as(clerk)
                .post("/store/v1/orders/" + order + "/cash", Map.of("amountMinor", minor, "receivedMinor", minor));
    }

    private static Map<String, Object> byCard(SkuId service, long quantity) {
        return with(line(service, quantity), "payByCard", true);
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> more = new HashMap<>(map);
        more.put(name, value);
        return more;
    }

    private long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
