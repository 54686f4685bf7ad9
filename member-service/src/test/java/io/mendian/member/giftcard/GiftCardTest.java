package io.mendian.member.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GiftCardTest extends GiftCardCase {

    @Test
    void aBoughtCardIsIssuedOncePerPieceAndItsCodeIsShownOnceAndKeptAsAHash() {
        OrderPaid paid = assets.saleTo(buyer).card(2, gift(10_000), 19_001).paid();
        deliveries.deliverTwice(paid);
        deliveries.deliverInParallel(paid, 4);
        Assets.race(4, i -> () -> deliveries.deliver(paid));
        assertThat(assets.number("SELECT COUNT(*) FROM gift_card WHERE buyer_key = ?", buyer))
                .isEqualTo(2);
        assertThat(assets.number("SELECT SUM(paid_minor) FROM gift_card WHERE buyer_key = ?", buyer))
                .isEqualTo(19_001);
        String id = cards(buyer).get(0).path("giftCardId").asString();
        String code = code(buyer, id);
        String kept = jdbc.queryForObject(
                "SELECT CONCAT(code_hash, code_tail) FROM gift_card WHERE id = ?", String.class, id);
        assertThat(kept).doesNotContain(code.replace("-", "").substring(0, 12)).endsWith(code.substring(15));
        assertThat(api.as(TestCallers.member(buyer))
                        .get("/app/v1/me/gift-cards")
                        .body())
                .doesNotContain(code);
    }

    @Test
    void aNewCodeEndsTheOneBeforeAndAFriendTakesTheCardOver() {
        String id = bought(10_000);
        String first = code(buyer, id);
        String second = code(buyer, id);
        claim(friend, first).expectProblem(404, "GIFT_CARD_UNKNOWN");
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8,
                i -> () -> claim(i % 2 == 0 ? friend : Sale.someone(), second).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(1);
        claim(Sale.someone(), second).expectProblem(404, "GIFT_CARD_UNKNOWN");
        post(buyer, "/app/v1/me/gift-cards/" + id + "/code", Map.of()).expectProblem(404, "GIFT_CARD_UNKNOWN");
    }

    @Test
    void wrongCodesAreThrottled() {
        for (int i = 0; i < 10; i++) {
            claim(friend, GiftCode.random()).expectProblem(404, "GIFT_CARD_UNKNOWN");
        }
        claim(friend, code(buyer, bought(10_000))).expectProblem(429, "GIFT_CODE_TRIES");
        clock.advance(Duration.ofMinutes(61));
        claim(friend, code(buyer, bought(10_000))).expect(200);
    }

    @Test
    void aBalanceMovesIntoStoredValueInThePaidShareAndEndsExactly() {
        deliveries.deliver(assets.saleTo(buyer).card(1, gift(10_000), 9_000).paid());
        String id = cards(buyer).get(0).path("giftCardId").asString();
        String path = "/app/v1/me/gift-cards/" + id + "/move-to-stored-value";
        post(buyer, path, Map.of("amountMinor", 3_333)).expect(200);
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8, i -> () -> post(buyer, path, Map.of("amountMinor", 6_667)).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(1);
        post(buyer, path, Map.of()).expectProblem(409, "GIFT_CARD_TOO_LITTLE");
        assertThat(balance(id)).isZero();
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", buyer))
                .isEqualTo(9_000);
        assertThat(assets.number("SELECT bonus_minor FROM wallet_account WHERE member_key = ?", buyer))
                .isEqualTo(1_000);
    }

    @Test
    void aCardAboveTheCapOfAnonymousCardsIsNamedAndPaysForItsHolderOnly() {
        deliveries.deliver(assets.saleTo(buyer).card(1, gift(100_001), 100_001).paid());
        JsonNode card = cards(buyer).get(0);
        assertThat(card.path("named").asBoolean()).isTrue();
        post(buyer, "/app/v1/me/gift-cards/" + card.path("giftCardId").asString() + "/code", Map.of())
                .expectProblem(409, "GIFT_CARD_NOT_SENDABLE");
        post(buyer, "/app/v1/me/gift-cards/" + card.path("giftCardId").asString() + "/move-to-stored-value", Map.of())
                .expect(200);
    }

    @Test
    void aCardAboveEveryCapIsIssuedForItIsPaidAndRaisesAnAlarm() {
        deliveries.deliver(assets.saleTo(buyer).card(1, gift(500_001), 500_001).paid());
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/alarms/member")
                        .body())
                .contains(
                        "GIFT_CARD_ABOVE_CAP",
                        cards(buyer).get(0).path("giftCardId").asString());
    }
}
