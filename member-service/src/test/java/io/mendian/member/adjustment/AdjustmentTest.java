package io.mendian.member.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.member.history.Assets;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Points by hand, for campaigns and for joining; each once. */
@MendianTest
class AdjustmentTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    private MemberKey member;

    @BeforeEach
    void aMember() {
        member = assets.joined();
    }

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void nothingMovesUntilAnotherPersonApprovesAndThenOnce() {
        String id = request(500, "补记消费积分");
        asker().post("/hq/v1/points-adjustments/" + id + "/approve", "").expectProblem(409, "SECOND_PERSON_NEEDED");
        assertThat(assets.points(member)).isZero();
        long approved =
                Race.run(6, i -> () -> decider().post("/hq/v1/points-adjustments/" + id + "/approve", "")).stream()
                        .filter(one -> one.value() != null && one.value().status() == 200)
                        .count();
        assertThat(approved).isEqualTo(1);
        assertThat(assets.points(member)).isEqualTo(500);
        decider()
                .post("/hq/v1/points-adjustments/" + id + "/reject", Map.of("reason", "x"))
                .expectProblem(409, "ADJUSTMENT_DECIDED");
        assertThat(assets.number(
                        "SELECT COUNT(*) FROM audit_entry WHERE action LIKE 'POINTS_ADJUSTMENT%' AND subject = CONCAT('points-adjustment:', ?)",
                        MemberKey.parse(id)))
                .isEqualTo(2);
    }

    @Test
    void takingNeedsEnoughPoints() {
        assets.earn(member, 10_000);
        String tooMuch = request(-101, "误发");
        decider().post("/hq/v1/points-adjustments/" + tooMuch + "/approve", "").expectProblem(409, "NOT_ENOUGH_POINTS");
        String all = request(-100, "误发");
        decider().post("/hq/v1/points-adjustments/" + all + "/approve", "").expect(200);
        assertThat(assets.points(member)).isZero();
        decider()
                .post("/hq/v1/points-adjustments/" + tooMuch + "/reject", Map.of("reason", "余额不足"))
                .expect(200);
    }

    @Test
    void aReasonIsNeededAndZeroIsNoAdjustment() {
        asker().post("/hq/v1/members/" + member + "/points-adjustments", Map.of("points", 5, "reason", " "))
                .expectProblem(400, "INVALID_REQUEST");
        asker().post("/hq/v1/members/" + member + "/points-adjustments", Map.of("points", 0, "reason", "x"))
                .expectProblem(400, "ADJUSTMENT_MOVES_NOTHING");
        decider().post("/hq/v1/points-adjustments/1/approve", "").expectProblem(404, "NOT_FOUND");
    }

    @Test
    void aCampaignPaysAMemberOncePerAward() {
        Map<String, Object> award = Map.of("awardId", "double11-" + member, "memberKey", member.text(), "points", 66);
        Api marketing = api.as(Caller.machine("marketing-service"));
        Race.run(
                6,
                i -> () -> marketing.post("/internal/v1/points-awards", award).expect(200));
        assertThat(assets.points(member)).isEqualTo(66);
        assertThat(marketing
                        .post("/internal/v1/points-awards", award)
                        .expect(200)
                        .json()
                        .path("paid")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void joiningPaysOncePerPhone() {
        Api hq = api.as(TestCallers.headquarters());
        JsonNode before = hq.get("/hq/v1/points-rule").expect(200).json();
        hq.put("/hq/v1/points-rule", Map.of("pointsPerUnit", 1, "registrationPoints", 20))
                .expect(200);
        try {
            String phone = People.phone();
            Shops.Shop shop = Shops.open(api);
            Race.run(4, i -> () -> People.joined(api, shop.id(), phone));
            MemberKey newcomer = People.joined(api, shop.id(), phone);
            assertThat(assets.points(newcomer)).isEqualTo(20);
        } finally {
            hq.put("/hq/v1/points-rule", before).expect(200);
        }
    }

    @Test
    void theStatementIsExportedByThoseWhoMayAndLeavesATrace() {
        assets.earn(member, 4_200);
        String path = "/hq/v1/members/" + member + "/points/export?from=2026-01-01&to=2099-12-31";
        String csv = api.as(TestCallers.headquarters()).get(path).expect(200).body();
        assertThat(csv)
                .contains("id,postedAt,delta,balanceAfter,cause,reference")
                .contains(",42,42,ORDER,");
        api.as(TestCallers.headquarters(Right.ASSETS_READ)).get(path).expectProblem(403, "NOT_ALLOWED");
    }

    @Test
    void theListIsForThoseWhoReachTheWholeChain() {
        request(5, "补记");
        Caller regional =
                new Caller(Realm.HQ, "77", null, false, Set.of(StoreId.of(4_711)), Set.of(Right.ASSETS_ADJUST));
        api.as(regional).get("/hq/v1/points-adjustments").expectProblem(403, "NOT_ALLOWED");
        assertThat(asker().get("/hq/v1/points-adjustments").expect(200).json().size())
                .isPositive();
    }

    private String request(long points, String reason) {
        return asker().post(
                        "/hq/v1/members/" + member + "/points-adjustments",
                        new HashMap<>(Map.of("points", points, "reason", reason)))
                .expect(201)
                .json()
                .path("adjustmentId")
                .asString();
    }

    private Api asker() {
        return api.as(TestCallers.headquarters());
    }

    private Api decider() {
        return api.as(TestCallers.headquarters(Right.ASSETS_ADJUST));
    }
}
