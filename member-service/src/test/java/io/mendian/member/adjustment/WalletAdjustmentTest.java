package io.mendian.member.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.StoredValueChanged;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stored value by hand: asked for by one person, approved by another within what he may, once. */
@MendianTest
class WalletAdjustmentTest {

    private static final String PATH = "/hq/v1/stored-value-adjustments/";

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    OutboxProbe outbox;

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
        String id = request(3_000, 700);
        asker().post(PATH + id + "/approve", "").expectProblem(409, "SECOND_PERSON_NEEDED");
        assertThat(principal()).isZero();
        var outcomes = Race.run(
                8, i -> () -> decider().post(PATH + id + "/approve", "").status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(status -> status != null && status == 200))
                .hasSize(1);
        assertThat(List.of(principal(), bonus())).containsExactly(3_000L, 700L);
        assertThat(entries()).isEqualTo(2);
        decider().post(PATH + id + "/reject", Map.of("reason", "x")).expectProblem(409, "ADJUSTMENT_DECIDED");
        StoredValueChanged told =
                outbox.events(StoredValueChanged.class, member.text()).getFirst();
        assertThat(told.cause() + told.reference()).isEqualTo("ADJUSTMENT" + id);
        assertThat(assets.number(
                        "SELECT COUNT(*) FROM audit_entry WHERE action LIKE 'WALLET_ADJUSTMENT%' AND subject = CONCAT('wallet-adjustment:', ?)",
                        MemberKey.parse(id)))
                .isEqualTo(2);
    }

    @Test
    void theSameApprovalAgainIsTheSameAnswer() {
        String id = request(100, 0);
        Api key = decider().withKey("approve-" + id);
        key.post(PATH + id + "/approve", "").expect(200);
        Api.Answer again = key.post(PATH + id + "/approve", "").expect(200);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(principal()).isEqualTo(100);
    }

    @Test
    void theStatementNamesTheAdjustment() {
        String id = request(500, 0);
        decider().post(PATH + id + "/approve", "").expect(200);
        var entry = api.as(TestCallers.member(member))
                .get("/app/v1/me/stored-value")
                .expect(200)
                .json()
                .path("entries")
                .get(0);
        assertThat(entry.path("causeType").asString()).isEqualTo("ADJUSTMENT");
        assertThat(entry.path("causeId").asString()).isEqualTo(id);
    }

    @Test
    void onlyWhatIsFreeIsTakenAndPrincipalAndBonusAreApart() {
        assets.recharge(member, 1_000, 200);
        assets.hold(assets.saleTo(member).goods(600), member, 0, 600).expect(200);
        String tooMuch = request(-501, 0);
        var facts = decider()
                .post(PATH + tooMuch + "/approve", "")
                .expectProblem(409, "ADJUSTMENT_TAKES_TOO_MUCH")
                .json()
                .path("facts");
        assertThat(facts.path("principalMinor").asLong()).isEqualTo(500);
        decider().post(PATH + tooMuch + "/reject", Map.of("reason", "余额不足")).expect(200);
        decider().post(PATH + request(-500, -100) + "/approve", "").expect(200);
        assertThat(List.of(principal(), bonus())).containsExactly(500L, 100L);
    }

    @Test
    void parallelTakingsNeverGoBelowZero() {
        assets.recharge(member, 1_000, 0);
        List<String> ids = Stream.generate(() -> request(-300, 0)).limit(8).toList();
        var outcomes = Race.run(
                8, i -> () -> decider().post(PATH + ids.get(i) + "/approve", "").status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(status -> status != null && status == 200))
                .hasSize(3);
        assertThat(principal()).isEqualTo(100);
    }

    @Test
    void smallAdjustmentsOneAfterTheOtherStayWithinTheLimitOfTheRight() {
        List<String> ids = Stream.generate(() -> request(20_000, 0)).limit(6).toList();
        Race.run(
                6, i -> () -> decider().post(PATH + ids.get(i) + "/approve", "").status());
        assertThat(principal()).isEqualTo(40_000);
        decider().post(PATH + request(0, 10_001) + "/approve", "").expectProblem(409, "ADJUSTMENT_ABOVE_LIMIT");
        String big = request(900_000, 0);
        decider().post(PATH + big + "/approve", "").expectProblem(409, "ADJUSTMENT_ABOVE_LIMIT");
        Caller head =
                new Caller(Realm.HQ, "77", null, true, Set.of(), Set.of(Right.ASSETS_ADJUST, Right.LOYALTY_RULES));
        api.as(head).post(PATH + big + "/approve", "").expect(200);
        assertThat(principal()).isEqualTo(940_000);
    }

    @Test
    void zeroIsNoAdjustment() {
        asker().post("/hq/v1/members/" + member + "/stored-value-adjustments", amounts(0, 0))
                .expectProblem(400, "WALLET_ADJUSTMENT_MOVES_NOTHING");
        decider().post(PATH + "1/approve", "").expectProblem(404, "NOT_FOUND");
    }

    private String request(long principal, long bonus) {
        return asker().post("/hq/v1/members/" + member + "/stored-value-adjustments", amounts(principal, bonus))
                .expect(201)
                .json()
                .path("adjustmentId")
                .asString();
    }

    private static Map<String, Object> amounts(long principal, long bonus) {
        return Map.of("principalMinor", principal, "bonusMinor", bonus, "reason", "系统迁移差错");
    }

    private long principal() {
        return assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member);
    }

    private long bonus() {
        return assets.number("SELECT bonus_minor FROM wallet_account WHERE member_key = ?", member);
    }

    private long entries() {
        return assets.number(
                "SELECT COUNT(*) FROM wallet_entry WHERE cause_type = 'ADJUSTMENT' AND member_key = ?", member);
    }

    private Api asker() {
        return api.as(TestCallers.headquarters());
    }

    private Api decider() {
        return api.as(TestCallers.headquarters(Right.ASSETS_ADJUST));
    }
}
