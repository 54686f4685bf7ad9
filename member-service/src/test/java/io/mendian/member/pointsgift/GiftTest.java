package io.mendian.member.pointsgift;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class GiftTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    EndGift endGift;

    private MemberKey giver;
    private MemberKey taker;

    @BeforeEach
    void aGiverAndATaker() {
        giver = assets.joined();
        taker = assets.joined();
        assets.earn(giver, 20_000);
        clock.advance(Duration.ofDays(2));
        assets.earn(giver, 10_000);
    }

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void aGiftIsHeldUntilTheFirstTakerHasItAndKeepsItsExpiries() {
        JsonNode gift = give(250);
        assertThat(assets.freePoints(giver)).isEqualTo(50);
        MemberKey other = assets.joined();
        long taken = Race.run(8, i -> () -> take(i % 2 == 0 ? taker : other, gift)).stream()
                .filter(one -> one.value() != null && one.value().status() == 200)
                .count();
        assertThat(taken).isBetween(1L, 4L);
        assertThat(assets.points(taker) + assets.points(other)).isEqualTo(250);
        assertThat(assets.points(taker)).isIn(0L, 250L);
        assertThat(assets.points(giver)).isEqualTo(50);
        MemberKey winner = assets.points(taker) == 250 ? taker : other;
        assertThat(assets.number("SELECT COUNT(DISTINCT expires_at) FROM points_lot WHERE member_key = ?", winner))
                .isEqualTo(2);
        assertThat(assets.number(
                        "SELECT COUNT(*) FROM points_lot WHERE member_key = ? AND expires_at NOT IN"
                                + " (SELECT g.expires_at FROM points_lot g WHERE g.member_key = " + giver.value() + ")",
                        winner))
                .isZero();
        take(winner, gift).expect(200);
        take(winner == taker ? other : taker, gift).expectProblem(409, "GIFT_GONE");
    }

    @Test
    void nobodyTakesHisOwnGiftNorGuessesOne() {
        JsonNode gift = give(10);
        take(giver, gift).expectProblem(409, "GIFT_TO_ONESELF");
        api.as(TestCallers.member(taker))
                .post("/app/v1/points-gifts/take", Map.of("code", "abcdefghijklmnopqrst"))
                .expectProblem(404, "GIFT_UNKNOWN");
        api.as(TestCallers.member(taker))
                .post("/app/v1/me/points-gifts/" + gift.path("giftId").asString() + "/withdraw", "")
                .expectProblem(404, "NOT_FOUND");
    }

    @Test
    void withdrawingAndTakingAtOnceEndInOneOfBoth() {
        for (int i = 0; i < 5; i++) {
            JsonNode gift = give(10);
            String withdraw = "/app/v1/me/points-gifts/" + gift.path("giftId").asString() + "/withdraw";
            Race.run(
                    2,
                    one -> () -> one == 0
                            ? take(taker, gift)
                            : api.as(TestCallers.member(giver)).post(withdraw, ""));
        }
        assertThat(assets.points(giver) + assets.points(taker)).isEqualTo(300);
        assertThat(assets.freePoints(giver)).isEqualTo(assets.points(giver));
    }

    @Test
    void aGiftThatNobodyTookComesBackOnce() {
        JsonNode gift = give(100);
        clock.advance(Duration.ofHours(73));
        take(taker, gift).expectProblem(409, "GIFT_GONE");
        Assets.race(4, i -> () -> endGift.expire(50));
        assertThat(assets.freePoints(giver)).isEqualTo(300);
        assertThat(assets.points(taker)).isZero();
    }

    @Test
    void limitsHoldUnderParallelGifts() {
        assets.earn(giver, 600_000);
        api.as(TestCallers.member(giver))
                .post("/app/v1/me/points-gifts", Map.of("points", 1_001))
                .expectProblem(409, "GIFT_TOO_LARGE");
        long given = Race.run(
                        5,
                        i -> () -> api.as(TestCallers.member(giver))
                                .post("/app/v1/me/points-gifts", Map.of("points", 900)))
                .stream()
                .filter(one -> one.value() != null && one.value().status() == 201)
                .count();
        assertThat(given).isEqualTo(2);
        JsonNode refused = api.as(TestCallers.member(giver))
                .post("/app/v1/me/points-gifts", Map.of("points", 201))
                .expectProblem(409, "GIFT_DAY_LIMIT")
                .json();
        assertThat(refused.path("facts").path("left").asLong()).isEqualTo(200);
    }

    @Test
    void aGiftPaysTheTakersDebtFirst() {
        var sale = assets.saleTo(taker).goods(10_000);
        deliveries.deliver(sale.paid());
        var spending = assets.saleTo(taker).line("GIFT", "酒", 1, 0, null, null).points(70);
        assets.hold(spending, taker, 70, 0).expect(200);
        deliveries.deliver(spending.paid());
        deliveries.deliver(sale.refund(1, 1, 10_000).full().event());
        take(taker, give(210)).expect(200);
        assertThat(assets.points(taker)).isEqualTo(140);
        assertThat(assets.number("SELECT debt FROM points_account WHERE member_key = ?", taker))
                .isZero();
    }

    @Test
    void aGiftThatWasTakenIsNotWithdrawnAnyMore() {
        JsonNode gift = give(40);
        take(taker, gift).expect(200);
        String path = "/app/v1/me/points-gifts/" + gift.path("giftId").asString() + "/withdraw";
        api.as(TestCallers.member(giver)).post(path, "").expectProblem(409, "GIFT_GONE");
        assertThat(assets.points(taker)).isEqualTo(40);
        assertThat(assets.points(giver)).isEqualTo(260);
    }

    @Test
    void nobodyReceivesMoreThanTheDaysLimitFromManyGivers() {
        List<JsonNode> gifts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            giver = assets.joined();
            assets.earn(giver, 100_000);
            gifts.add(give(900));
        }
        long taken = Race.run(3, i -> () -> take(taker, gifts.get(i))).stream()
                .filter(one -> one.value() != null && one.value().status() == 200)
                .count();
        assertThat(taken).isEqualTo(2);
        assertThat(assets.points(taker)).isEqualTo(1_800);
        JsonNode refused = gifts.stream()
                .map(gift -> take(taker, gift))
                .filter(answer -> answer.status() == 409)
                .findFirst()
                .orElseThrow()
                .json();
        assertThat(refused.path("code").asString()).isEqualTo("GIFT_RECEIVE_LIMIT");
        assertThat(refused.path("facts").path("left").asLong()).isEqualTo(200);
    }

    private JsonNode give(long points) {
        return api.as(TestCallers.member(giver))
                .post("/app/v1/me/points-gifts", Map.of("points", points, "message", "生日快乐"))
                .expect(201)
                .json();
    }

    private Api.Answer take(MemberKey who, JsonNode gift) {
        return api.as(TestCallers.member(who))
                .post(
                        "/app/v1/points-gifts/take",
                        Map.of("code", gift.path("code").asString()));
    }
}
