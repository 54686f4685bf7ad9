package io.mendian.order.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.order.neighbours.Shop;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pieces count once for each member, and are free again with the order. */
@MendianTest
class ExchangeLimitTest extends OfferSteps {

    @Test
    void sixteenOrdersOfOneMemberTakeNoMoreThanTheLimit() {
        MemberKey member = shop.member(100_000, 0);
        String offer = offer(10, 0, 5L);
        Race.run(16, i -> () -> place(member, basket(exchange(cup, 2, offer))).status());
        assertThat(taken(offer, member)).isEqualTo(4);
        assertThat(number("SELECT SUM(pieces) FROM exchange_use WHERE given_back = FALSE AND offer_id = " + offer))
                .isEqualTo(4);
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE status = 'PAID' AND member_key = " + member.value()))
                .isEqualTo(2);
        JsonNode facts = place(member, basket(exchange(cup, 2, offer)))
                .expectProblem(409, "EXCHANGE_LIMIT")
                .json()
                .path("facts");
        assertThat(facts.path("left").asLong()).isEqualTo(1);
    }

    @Test
    void aCancelledOrExpiredOrderFreesItsPiecesOnce() {
        MemberKey member = shop.member(1000, 0);
        String offer = offer(10, 100, 3L);
        String cancelled = id(place(member, basket(exchange(cup, 1, offer))));
        String expired = id(place(member, basket(exchange(cup, 2, offer))));
        assertThat(taken(offer, member)).isEqualTo(3);
        Race.run(
                8,
                i -> () -> api.as(TestCallers.member(member))
                        .post("/app/v1/orders/" + cancelled + "/cancel", Map.of())
                        .status());
        assertThat(taken(offer, member)).isEqualTo(2);
        clock.advance(Duration.ofMinutes(16));
        expireUnpaidOrders.expire(200);
        assertThat(taken(offer, member)).isZero();
        assertThat(number("SELECT COUNT(*) FROM exchange_use WHERE given_back = TRUE AND order_id IN (" + cancelled
                        + ", " + expired + ")"))
                .isEqualTo(2);
    }

    @Test
    void theSameRequestTakesItsPiecesOnce() {
        MemberKey member = shop.member(1000, 0);
        String offer = offer(10, 0, 9L);
        Api mine = api.as(TestCallers.member(member)).withKey("key-" + Shop.id());
        Map<String, Object> basket = basket(exchange(cup, 1, offer));
        Race.run(16, i -> () -> mine.post("/app/v1/orders", basket).status());
        mine.post("/app/v1/orders", basket).expect(201);
        assertThat(taken(offer, member)).isEqualTo(1);
    }
}
