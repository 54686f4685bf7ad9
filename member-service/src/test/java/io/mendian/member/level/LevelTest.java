package io.mendian.member.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.MemberLevelChanged;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class LevelTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    ReviewLevels reviewLevels;

    private MemberKey member = Sale.someone();

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void aNewMemberSeesHisLevelAndTheExactGapToTheNext() {
        assets.earn(member, 99_999);
        JsonNode mine = mine();
        assertThat(mine.path("level").path("code").asString()).isEqualTo("ORDINARY");
        assertThat(mine.path("next").path("level").path("name").asString()).isEqualTo("银卡会员");
        assertThat(mine.path("next").path("gaps").get(0).path("missing").asLong())
                .isEqualTo(1);
    }

    @Test
    void crossingAThresholdUpgradesOnceAlsoWhenEventsArriveTwice() {
        Sale sale = assets.saleTo(member).goods(100_000);
        deliveries.deliverTwice(sale.paid());
        Assets.race(6, i -> () -> deliveries.deliver(sale.paid()));
        assertThat(changes()).containsExactly("ORDINARY>SILVER");
        assertThat(historySteps()).isEqualTo(1);
    }

    @Test
    void manyOrdersAtOnceCrossEachThresholdOnce() {
        Assets.race(
                10,
                i -> () ->
                        deliveries.deliver(assets.saleTo(member).goods(60_000).paid()));
        assertThat(changes()).containsExactly("ORDINARY>SILVER", "SILVER>GOLD");
        assertThat(assets.number("SELECT spend_minor FROM level_standing WHERE member_key = ?", member))
                .isEqualTo(600_000);
    }

    @Test
    void levelsMayBeSkipped() {
        assets.earn(member, 2_000_000);
        assertThat(changes()).containsExactly("ORDINARY>DIAMOND");
        assertThat(mine().path("next").isNull()).isTrue();
    }

    @Test
    void afterARefundTheLevelFollows() {
        Sale sale = assets.saleTo(member).line("GOODS", "饮料", 2, 100_000, null, null);
        deliveries.deliver(sale.paid());
        deliveries.deliverTwice(sale.refund(1, 1, 50_000).event());
        assertThat(changes()).containsExactly("ORDINARY>SILVER", "SILVER>ORDINARY");
        assertThat(mine().path("progress").path("spendMinor").asLong()).isEqualTo(50_000);
    }

    @Test
    void aGrantedLevelIsAFloorUntilItIsTakenBack() {
        member = assets.joined();
        Api hq = api.as(TestCallers.headquarters());
        hq.post("/hq/v1/members/" + member + "/level-grants", Map.of("level", "GOLD"))
                .expect(200);
        Sale sale = assets.saleTo(member).goods(100_000);
        deliveries.deliver(sale.paid());
        deliveries.deliver(sale.refund(1, 1, 100_000).full().event());
        assertThat(mine().path("level").path("code").asString()).isEqualTo("GOLD");
        hq.post("/hq/v1/members/" + member + "/level-grants", new HashMap<>()).expect(200);
        assertThat(changes()).containsExactly("ORDINARY>GOLD", "GOLD>ORDINARY");
        hq.post("/hq/v1/members/" + member + "/level-grants", Map.of("level", "NONE"))
                .expectProblem(404, "LEVEL_UNKNOWN");
    }

    @Test
    void whatARechargeBroughtDoesNotCountAsSpendUntilItIsSpent() {
        assets.recharge(member, 100_000, 0);
        assertThat(mine().path("progress").path("spendMinor").asLong()).isZero();
        assertThat(mine().path("progress").path("rechargeMinor").asLong()).isEqualTo(100_000);
        assertThat(mine().path("progress").path("orders").asLong()).isZero();
    }

    @Test
    void aNewLadderReachesEveryMemberAndOverlapsAreRefused() {
        Api hq = api.as(TestCallers.headquarters());
        JsonNode before = hq.get("/hq/v1/levels").expect(200).json();
        assets.earn(member, 80_000);
        List<Map<String, Object>> levels =
                List.of(rung("ORDINARY", Map.of()), rung("VIP", Map.of("SPEND", 80_000, "ORDERS", 30)));
        hq.put("/hq/v1/levels", Map.of("levels", levels)).expect(200);
        try {
            while (reviewLevels.review(500) > 0) {
                // the next five hundred
            }
            assertThat(mine().path("level").path("code").asString()).isEqualTo("VIP");
            Api.Answer refused = hq.with("Accept-Language", "en")
                    .put(
                            "/hq/v1/levels",
                            Map.of(
                                    "levels",
                                    List.of(
                                            rung("ORDINARY", Map.of()),
                                            rung("VIP", Map.of("SPEND", 80_000)),
                                            rung("TOP", Map.of("SPEND", 80_000)))))
                    .expectProblem(400, "LADDER_INVALID");
            assertThat(refused.json().path("facts").path("field").asString()).isEqualTo("levels[2].thresholds.SPEND");
        } finally {
            hq.put("/hq/v1/levels", Map.of("levels", before)).expect(200);
            while (reviewLevels.review(500) > 0) {
                // back for the other tests
            }
        }
        assertThat(changes()).containsExactly("ORDINARY>VIP", "VIP>ORDINARY");
    }

    private static Map<String, Object> rung(String code, Map<String, Object> thresholds) {
        return Map.of(
                "code",
                code,
                "name",
                "等级" + code,
                "thresholds",
                thresholds,
                "levelPricePermille",
                950,
                "memberPrices",
                true,
                "pointsMultiplierPermille",
                1_000,
                "benefits",
                List.of("会员价"));
    }

    private JsonNode mine() {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/level")
                .expect(200)
                .json();
    }

    private List<String> changes() {
        return outbox.events(MemberLevelChanged.class, member.text()).stream()
                .map(event -> event.fromLevel() + ">" + event.toLevel())
                .toList();
    }

    private long historySteps() {
        return assets.number("SELECT COUNT(*) FROM level_history WHERE member_key = ?", member);
    }
}
