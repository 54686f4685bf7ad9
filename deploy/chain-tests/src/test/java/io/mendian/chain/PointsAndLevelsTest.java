package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.supervisor.Part;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Points and levels through the gateway: a simulation that comes true, points for a coupon, a streak's first day. */
class PointsAndLevelsTest {

    private final Shop shop = Shop.open();
    private final Door hq = shop.hq;

    @Test
    void aSimulatedLadderDoesExactlyWhatItSaidAndChangesNothingBefore() {
        String sku = shop.goods("龙井茶", 40_000, 20);
        Member member = Member.joinsByPhone(shop);
        JsonNode before = hq.get("/hq/v1/levels").expect(200).json();
        JsonNode terms = hq.get("/hq/v1/level-terms").expect(200).json();
        Map<String, Object> easy = ladder(70_000);
        hq.put("/hq/v1/levels", easy).expect(200);
        try {
            shop.sellTo(member, sku, 2, 80_000);
            Shop.eventually(member::level, "SILVER");
            JsonNode harder = hq.post("/hq/v1/levels/simulations", ladder(90_000))
                    .expect(200)
                    .json();
            assertThat(harder.path("drops").asLong()).isPositive();
            assertThat(harder.path("text").asString()).contains("位会员会降级");
            assertThat(member.level()).isEqualTo("SILVER");
            shop.clerk.post("/hq/v1/levels/simulations", ladder(90_000)).expectProblem(403, "NOT_ALLOWED");
            hq.put("/hq/v1/levels", ladder(90_000)).expect(200);
            Shop.eventually(member::level, "ORDINARY");
            assertThat(member.app().get("/app/v1/me/level").expect(200).number("next/gaps/0/missing"))
                    .isEqualTo(10_000);
        } finally {
            hq.put("/hq/v1/levels", with("levels", before, "terms", terms)).expect(200);
        }
        shop.settles();
    }

    @Test
    void pointsBuyACouponOnceWhateverIsRepeatedAndKilled() {
        String sku = shop.goods("龙井茶", 40_000, 20);
        Member member = Member.joinsByPhone(shop);
        shop.sellTo(member, sku, 4, 160_000);
        Shop.until(() -> member.points() >= 1_600);
        long points = member.points();
        String offer = offer(shop.coupon(10_000, 1_000, 5, List.of(sku)), 300);
        Door app = member.app().withKey("redeem-" + shop.mark);
        String path = "/app/v1/redeem-offers/" + offer + "/redemptions";
        String redemption = app.post(path, Map.of()).expect(201).text("redemptionId");
        assertThat(app.post(path, Map.of()).text("redemptionId")).isEqualTo(redemption);
        Shop.eventually(() -> status(member, redemption), "DONE");
        String coupon = member.app()
                .get("/app/v1/me/redemptions/" + redemption)
                .expect(200)
                .text("couponId");
        assertThat(member.couponState(coupon)).isEqualTo("AVAILABLE");
        assertThat(member.points()).isEqualTo(points - 300);
        // marketing-service dies: the points are held, and the coupon comes when it is back
        shop.chain.kill(Part.MARKETING);
        String second = member.app().post(path, Map.of()).expect(201).text("redemptionId");
        assertThat(status(member, second)).isEqualTo("PENDING");
        assertThat(member.points()).isEqualTo(points - 300);
        shop.chain.up();
        Shop.eventually(() -> status(member, second), "DONE");
        assertThat(member.points()).isEqualTo(points - 600);
        killedBetweenTheCouponAndTheSpending(member, path);
        assertThat(member.points()).isEqualTo(points - 900);
        shop.settles();
    }

    /** member-service dies when the coupon is granted and the points are still held; the timer ends it after the restart. */
    private void killedBetweenTheCouponAndTheSpending(Member member, String path) {
        shop.chain.kill(Part.MEMBER);
        shop.chain.upWith(Map.of("CRASH_AT", "grant:asked"));
        Door app = member.app().withKey("killed-" + shop.mark);
        try {
            assertThat(app.post(path, Map.of()).status()).isGreaterThanOrEqualTo(500);
        } catch (UncheckedIOException cutOff) {
            // as good as no answer
        }
        Shop.until(() -> !shop.chain.runs(Part.MEMBER));
        shop.chain.upWith(Map.of());
        Shop.until(() -> app.post(path, Map.of()).status() == 201);
        String redemption = app.post(path, Map.of()).expect(201).text("redemptionId");
        Shop.eventually(() -> status(member, redemption), "DONE");
    }

    @Test
    void signingInTwiceIsOneAward() {
        Member member = Member.joinsByPhone(shop);
        member.app().post("/app/v1/me/sign-ins", Map.of()).expect(200);
        assertThat(member.app()
                        .post("/app/v1/me/sign-ins", Map.of())
                        .expect(200)
                        .json()
                        .path("already")
                        .asBoolean())
                .isTrue();
        assertThat(member.points()).isEqualTo(5);
        shop.settles();
    }

    private String status(Member member, String redemption) {
        return member.app()
                .get("/app/v1/me/redemptions/" + redemption)
                .expect(200)
                .text("status");
    }

    private String offer(String template, long points) {
        return hq.post(
                        "/hq/v1/redeem-offers",
                        with(
                                "name",
                                "满100减10",
                                "templateId",
                                template,
                                "points",
                                points,
                                "stock",
                                10,
                                "from",
                                Instant.now().minus(Duration.ofDays(1)).toString(),
                                "until",
                                Instant.now().plus(Duration.ofDays(1)).toString(),
                                "active",
                                true))
                .expect(201)
                .text("offerId");
    }

    private static Map<String, Object> ladder(long silver) {
        List<Map<String, Object>> levels = new ArrayList<>();
        levels.add(rung("ORDINARY", "普通会员", Map.of()));
        levels.add(rung("SILVER", "银卡会员", Map.of("SPEND", silver)));
        levels.add(rung("GOLD", "金卡会员", Map.of("SPEND", 500_000)));
        levels.add(rung("DIAMOND", "钻石会员", Map.of("SPEND", 2_000_000)));
        return with("levels", levels, "terms", Map.of("period", "LIFETIME"));
    }

    private static Map<String, Object> rung(String code, String name, Map<String, Object> thresholds) {
        return with(
                "code",
                code,
                "name",
                name,
                "thresholds",
                thresholds,
                "levelPricePermille",
                1000,
                "memberPrices",
                true,
                "pointsMultiplierPermille",
                1000,
                "benefits",
                List.of());
    }
}
