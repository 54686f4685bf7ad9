package io.mendian.member.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gift cards that pay for orders. */
class GiftCardPayingTest extends GiftCardCase {

    @Test
    void aCardPaysInPartsForAnybodyWithTheCodeAndComesBackOnce() {
        String id = bought(10_000);
        String code = code(buyer, id);
        Sale sale = Sale.toNobody().at(clock.instant()).goods(7_000).giftCard(id, 4_000);
        JsonNode held = hold(sale, null, code, 4_000).expect(200).json();
        assertThat(held.path("giftCards").get(0).path("giftCardId").asString()).isEqualTo(id);
        hold(sale, null, code, 4_000).expect(200);
        hold(sale, null, code, 4_001).expectProblem(409, "HOLD_DIFFERS");
        assertThat(hold(Sale.toNobody(), null, code, 6_001)
                        .expectProblem(409, "GIFT_CARD_TOO_LITTLE")
                        .json()
                        .path("facts")
                        .path("leftMinor")
                        .asLong())
                .isEqualTo(6_000);
        OrderPaid paid = sale.paid();
        deliveries.deliverTwice(paid);
        Assets.race(4, i -> () -> deliveries.deliver(paid));
        assertThat(balance(id)).isEqualTo(6_000);
        OrderRefunded refund =
                sale.refund(1, 1, 3_000).tender("GIFT_CARD", 1_500, id).event();
        deliveries.deliverTwice(refund);
        Assets.race(4, i -> () -> deliveries.deliver(refund));
        assertThat(balance(id)).isEqualTo(7_500);
        deliveries.deliver(
                sale.refund(1, 1, 4_000).full().tender("GIFT_CARD", 2_500, id).event());
        assertThat(balance(id)).isEqualTo(10_000);
        assertThat(entries(id)).isEqualTo(4);
    }

    @Test
    void parallelSpendsNeverGoBelowZero() {
        String id = bought(10_000);
        String code = code(buyer, id);
        List<Sale> sales = IntStream.range(0, 16)
                .mapToObj(i -> Sale.toNobody().at(clock.instant()).goods(1_300).giftCard(id, 1_300))
                .toList();
        List<Race.Outcome<Integer>> outcomes = Race.run(16, i -> () -> {
            int status = hold(sales.get(i), null, code, 1_300).status();
            if (status == 200) {
                deliveries.deliver(sales.get(i).paid());
            }
            return status;
        });
        assertThat(outcomes.stream().filter(outcome -> outcome.succeeded() && outcome.value() == 200))
                .hasSize(7);
        assertThat(balance(id)).isEqualTo(900);
    }

    @Test
    void sixteenRequestsWithOneIdAreOneHoldAndAnExpiredOneIsTakenLateOrShort() {
        String id = bought(10_000);
        String code = code(buyer, id);
        Sale sale = Sale.toNobody().at(clock.instant()).goods(6_000).giftCard(id, 6_000);
        Race.run(16, i -> () -> hold(sale, null, code, 6_000).status())
                .forEach(outcome -> assertThat(outcome.value()).isEqualTo(200));
        assertThat(held(id)).isEqualTo(6_000);
        clock.advance(Duration.ofSeconds(901));
        Assets.race(4, i -> () -> expireHolds.expire(200));
        expireHolds.expire(200);
        assertThat(held(id)).isZero();
        deliveries.deliverTwice(sale.paid());
        assertThat(balance(id)).isEqualTo(4_000);
        Sale late = Sale.toNobody().at(clock.instant()).goods(5_000).giftCard(id, 5_000);
        deliveries.deliverTwice(late.paid());
        assertThat(balance(id)).isEqualTo(4_000);
        assertThat(jdbc.queryForObject(
                        "SELECT gift_short_minor FROM asset_shortage WHERE order_id = ?",
                        Long.class,
                        late.orderId().value()))
                .isEqualTo(5_000);
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/alarms/member")
                        .body())
                .contains(late.orderId().text());
    }

    @Test
    void aBlockedCardPaysForNothingUntilHeadquartersLetsItAndAMemberSeesOnlyHisOwn() {
        String id = bought(10_000);
        String code = code(buyer, id);
        String path = "/app/v1/me/gift-cards/" + id;
        post(friend, path + "/block", Map.of("reason", "丢了")).expectProblem(404, "GIFT_CARD_UNKNOWN");
        post(buyer, path + "/block", Map.of("reason", "丢了")).expect(200);
        hold(Sale.toNobody(), null, code, 1_000).expectProblem(404, "GIFT_CARD_UNKNOWN");
        post(buyer, path + "/code", Map.of()).expectProblem(409, "GIFT_CARD_BLOCKED");
        post(buyer, path + "/move-to-stored-value", Map.of()).expectProblem(409, "GIFT_CARD_BLOCKED");
        Api hq = api.as(TestCallers.headquarters());
        hq.post("/hq/v1/gift-cards/" + id + "/unblock", Map.of("reason", "找到了")).expect(200);
        hold(Sale.toNobody(), null, code(buyer, id), 1_000).expect(200);
        assertThat(api.as(TestCallers.member(friend))
                        .get(path + "/entries")
                        .expect(404)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo(api.as(TestCallers.member(friend))
                        .get("/app/v1/me/gift-cards/1/entries")
                        .json()
                        .path("code")
                        .asString());
    }

    @Test
    void aTermThatEndedTakesNothingAwayAndIsRenewedForFree() {
        String id = bought(10_000);
        String code = code(buyer, id);
        clock.advance(Duration.ofDays(365L * 3 + 2));
        hold(Sale.toNobody(), null, code, 1_000).expectProblem(409, "GIFT_CARD_EXPIRED");
        post(buyer, "/app/v1/me/gift-cards/" + id + "/renew", Map.of()).expect(200);
        hold(Sale.toNobody(), null, code, 1_000).expect(200);
    }
}
