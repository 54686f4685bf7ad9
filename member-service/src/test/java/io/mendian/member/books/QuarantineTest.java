package io.mendian.member.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.books.NightlyBooks;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An account whose figures are wrong takes part in nothing new; the member's other account and other members do. */
@MendianTest
class QuarantineTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    NightlyBooks night;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private final MemberKey member = Sale.someone();
    private final MemberKey other = Sale.someone();

    @BeforeEach
    void bothHaveAssets() {
        for (MemberKey each : List.of(member, other)) {
            assets.earn(each, 100_000);
            assets.recharge(each, 10_000, 1_000);
        }
    }

    @AfterEach
    void nothingStaysWrong() {
        jdbc.update("UPDATE wallet_account SET principal_minor = 10000 WHERE member_key = ?", member.value());
        Api hq = api.as(TestCallers.headquarters());
        hq.get("/hq/v1/quarantine/member")
                .expect(200)
                .json()
                .forEach(held -> hq.post(
                        "/hq/v1/quarantine/member/" + held.path("id").asString() + "/lift",
                        Map.of("reason", "end of the test", "rebuild", true)));
    }

    @Test
    void aWrongWalletIsOnHoldAndIsMadeAgainFromItsLedger() {
        jdbc.update("UPDATE wallet_account SET principal_minor = 12345 WHERE member_key = ?", member.value());
        runTheBooks();
        assets.hold(assets.saleTo(member), member, 0, 100).expectProblem(423, "STORED_VALUE_ON_HOLD");
        assets.hold(assets.saleTo(member), member, 5, 0).expect(200);
        assets.hold(assets.saleTo(other), other, 5, 110).expect(200);
        lift("WALLET");
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(10_000);
        assets.hold(assets.saleTo(member), member, 0, 100).expect(200);
        assertThat(jdbc.queryForList(
                        "SELECT action FROM audit_entry WHERE subject = ?", String.class, "WALLET:" + member))
                .containsExactly("ACCOUNT_HOLD_LIFTED");
    }

    @Test
    void wrongPointsAreOnHoldAndAPaidOrderStillGoesItsWay() {
        Sale held = assets.saleTo(member).goods(100).points(10);
        assets.hold(held, member, 10, 0).expect(200);
        jdbc.update("UPDATE points_account SET held = held + 1 WHERE member_key = ?", member.value());
        runTheBooks();
        assets.hold(assets.saleTo(member), member, 5, 0).expectProblem(423, "POINTS_ON_HOLD");
        assets.hold(assets.saleTo(member), member, 0, 110).expect(200);
        deliveries.deliver(held.paid());
        assertThat(jdbc.queryForList(
                        "SELECT status FROM asset_hold WHERE hold_id = ?",
                        String.class,
                        held.orderId().value()))
                .containsExactly("CONFIRMED");
        lift("POINTS");
        assertThat(assets.number("SELECT held FROM points_account WHERE member_key = ?", member))
                .isZero();
        assets.hold(assets.saleTo(member), member, 5, 0).expect(200);
    }

    private void lift(String kind) {
        Api hq = api.as(TestCallers.headquarters());
        String id = hq.get("/hq/v1/quarantine/member")
                .expect(200)
                .json()
                .valueStream()
                .filter(one -> one.path("subjectKind").asString().equals(kind)
                        && one.path("subjectId").asString().equals(member.text()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        String path = "/hq/v1/quarantine/member/" + id + "/lift";
        hq.post(path, Map.of("reason", "just so")).expectProblem(409, "STILL_WRONG");
        hq.post(path, Map.of("reason", "the ledger is right", "rebuild", true)).expect(200);
    }

    private void runTheBooks() {
        jdbc.update("DELETE FROM books_run");
        while (!night.runWhenDue()) {
            clock.advance(Duration.ofHours(1));
        }
    }
}
