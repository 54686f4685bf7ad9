package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repeated, parallel and interrupted requests make one order, and sell one piece once. */
@MendianTest
class CheckoutRaceTest extends CheckoutSteps {

    @Test
    void aRefusedHoldFreesTheOthersAndEndsTheOrder() {
        StoreId store = shop.store();
        MemberKey member = shop.member(500, 0);
        SkuId last = shop.goods(1000);
        inventory.has(last, 1);
        String coupon = "OFF-100-" + Shop.id();
        Map<String, Object> basket = Map.of(
                "storeId", store.text(),
                "couponIds", List.of(coupon),
                "usePoints", 100,
                "lines", List.of(line(last, 2)));
        Api mine = api.as(TestCallers.member(member)).withKey("key-" + Shop.id());
        mine.post("/app/v1/orders", basket).expectProblem(409, "NOT_ENOUGH_STOCK");
        assertThat(marketing.isHeld(coupon)).isFalse();
        String id =
                jdbc.queryForObject("SELECT id FROM sales_order WHERE member_key = ?", String.class, member.value());
        assertThat(members.holds(id)).isFalse();
        assertThat(outbox.events(OrderCancelled.class, id))
                .singleElement()
                .satisfies(cancelled -> assertThat(cancelled.reason()).isEqualTo("FAILED"));
        // the same request again gets the same answer
        inventory.has(last, 10);
        mine.post("/app/v1/orders", basket).expectProblem(409, "NOT_ENOUGH_STOCK");
    }

    @Test
    void theSameRequestSixteenTimesAtOnceIsOneOrder() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 0);
        SkuId water = shop.goods(1000);
        Api mine = api.as(TestCallers.member(member)).withKey("key-" + Shop.id());
        Map<String, Object> basket = Map.of("storeId", store.text(), "lines", List.of(line(water, 1)));
        List<Race.Outcome<Integer>> outcomes =
                Race.run(16, i -> () -> mine.post("/app/v1/orders", basket).status());
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.value()).isIn(201, 409));
        assertThat(outcomes).anySatisfy(outcome -> assertThat(outcome.value()).isEqualTo(201));
        assertThat(count("sales_order WHERE member_key = " + member.value())).isEqualTo(1);
        assertThat(inventory.held(water)).isEqualTo(1);
        mine.post("/app/v1/orders", basket).expect(201);
    }

    @Test
    void theLastPieceIsSoldOnceAmongSixteenBuyers() {
        StoreId store = shop.store();
        SkuId last = shop.goods(1000);
        inventory.has(last, 1);
        Map<String, Object> basket = Map.of("storeId", store.text(), "lines", List.of(line(last, 1)));
        List<Race.Outcome<Integer>> outcomes =
                Race.run(16, i -> () -> place(shop.member(0, 0), basket).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 201)).hasSize(1);
        assertThat(count("sales_order WHERE store_id = " + store.value() + " AND status = 'PENDING_PAYMENT'"))
                .isEqualTo(1);
    }

    @Test
    void aServiceThatIsAwayLeavesTheRequestToBeRepeated() {
        StoreId store = shop.store();
        Api mine = api.as(TestCallers.member(shop.member(0, 0))).withKey("key-" + Shop.id());
        Map<String, Object> basket = Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(1000), 1)));
        inventory.isAwayFor(store, true);
        mine.post("/app/v1/orders", basket).expectProblem(503, "DEPENDENCY_UNAVAILABLE");
        inventory.isAwayFor(store, false);
        mine.post("/app/v1/orders", basket).expect(201);
        assertThat(count("sales_order WHERE store_id = " + store.value())).isEqualTo(1);
    }

    @Test
    void anOrderStuckInPlacingComesToAnEnd() {
        StoreId away = shop.store();
        StoreId back = shop.store();
        for (StoreId store : List.of(away, back)) {
            inventory.isAwayFor(store, true);
            place(shop.member(0, 0), Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(1000), 1))))
                    .expect(503);
        }
        inventory.isAwayFor(back, false);
        // whatever the deadline of unpaid orders was when it was placed
        jdbc.update("UPDATE sales_order SET pay_until = pay_until + INTERVAL 2 HOUR WHERE store_id = ?", back.value());
        clock.advance(Duration.ofSeconds(31));
        finishStuckOrders.finish(100);
        assertThat(status(away)).isEqualTo("CANCELLED");
        assertThat(status(back)).isEqualTo("PENDING_PAYMENT");
    }

    @Test
    void aSaleForCashIsPaidAlsoWhenTheTimerOfStuckOrdersWasFaster() {
        StoreId store = shop.store();
        Map<String, Object> sale = Map.of(
                "lines", List.of(line(shop.goods(1000), 1)),
                "cash", Map.of("receivedMinor", 1000));
        Api till = api.as(shop.clerk(store)).withKey("key-" + Shop.id());
        inventory.whileHolding(store, () -> {
            clock.advance(Duration.ofSeconds(31));
            finishStuckOrders.finish(100);
            assertThat(status(store)).isEqualTo("PENDING_PAYMENT");
        });
        Api.Answer sold = till.post("/store/v1/sales", sale).expect(201);
        assertThat(sold.json().path("status").asString()).isEqualTo("PAID");
        assertThat(status(store)).isEqualTo("PAID");
        assertThat(count("order_tender WHERE order_id = " + id(sold))).isEqualTo(1);
        assertThat(outbox.events(OrderPaid.class, id(sold))).hasSize(1);
        assertThat(till.post("/store/v1/sales", sale).expect(201).json()).isEqualTo(sold.json());
    }

    /** As member-service, inventory-service and marketing-service say it. */
    @ParameterizedTest
    @CsvSource({"HOLD_EXPIRES_IN_THE_PAST, 400", "HOLD_TOO_LATE, 409", "COUPON_HOLD_TOO_LATE, 400"})
    void aHoldThatWouldEndInThePastMeansToOrderAnew(String name, int refusal) {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1000);
        inventory.whileHolding(store, () -> {
            throw new FakeMembers.Refusal(name, refusal).with();
        });
        place(shop.member(0, 0), Map.of("storeId", store.text(), "lines", List.of(line(tea, 1))))
                .expectProblem(409, "DEPENDENCY_FAILED");
        assertThat(status(store)).isEqualTo("CANCELLED");
        assertThat(inventory.held(tea)).isZero();
    }

    @Test
    void cancelledMeansFreeAndCancelledTwiceIsCancelledOnce() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 0);
        String id = id(place(member, Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(1000), 1)))));
        Api mine = api.as(TestCallers.member(member));
        mine.post("/app/v1/orders/" + id + "/cancel", Map.of()).expect(200);
        mine.post("/app/v1/orders/" + id + "/cancel", Map.of()).expect(200);
        assertThat(outbox.events(OrderCancelled.class, id)).hasSize(1);
        api.as(shop.clerk(store))
                .post("/store/v1/orders/" + id + "/cash", Map.of("receivedMinor", 1000))
                .expectProblem(409, "PAYMENT_NOT_NEEDED");
    }

    @Test
    void cancelAndCashAtTheSameInstantHaveOneWinner() {
        for (int round = 0; round < 8; round++) {
            StoreId store = shop.store();
            MemberKey member = shop.member(0, 0);
            String id = id(place(member, Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(1000), 1)))));
            Race.run(
                    8,
                    i -> () -> i % 2 == 0
                            ? api.as(TestCallers.member(member))
                                    .post("/app/v1/orders/" + id + "/cancel", Map.of())
                                    .status()
                            : api.as(shop.clerk(store))
                                    .post("/store/v1/orders/" + id + "/cash", Map.of("receivedMinor", 900))
                                    .status());
            int paid = outbox.events(OrderPaid.class, id).size();
            int cancelled = outbox.events(OrderCancelled.class, id).size();
            assertThat(paid + cancelled).isEqualTo(1);
            assertThat(count("order_tender WHERE order_id = " + id)).isEqualTo(paid);
            assertThat(jdbc.queryForObject("SELECT status FROM sales_order WHERE id = ?", String.class, id))
                    .isEqualTo(paid == 1 ? "PAID" : "CANCELLED");
        }
    }
}
