package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Any mix of means pays an order; their sum is what is due, and one that fails frees the others. */
@MendianTest
class TendersTest extends TenderSteps {

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
}
