package io.mendian.member.membercode;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class MemberCodeTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    IssueMemberCode issueMemberCode;

    private Shops.Shop shop;
    private MemberKey member;

    @BeforeEach
    void aMember() {
        shop = Shops.open(api);
        member = People.joined(api, shop.id(), People.phone());
    }

    @Test
    void aCodeNamesTheMemberOnce() {
        String code = issue();
        assertThat(code).matches("90\\d{16}");
        assertThat(scan(code).expect(200).json().path("memberKey").asString()).isEqualTo(member.text());
        scan(code).expectProblem(409, "MEMBER_CODE_USED");
        assertThat(jdbc.queryForList("SELECT * FROM member_code WHERE member_key = ?", member.value())
                        .toString())
                .doesNotContain(code);
    }

    @Test
    void anExpiredScreenshotIsRefused() {
        String code = issue();
        clock.advance(Duration.ofSeconds(60));
        scan(code).expectProblem(410, "MEMBER_CODE_EXPIRED");
    }

    @Test
    void aNewCodeEndsTheOneBefore() {
        String first = issue();
        String second = issue();
        scan(first).expectProblem(410, "MEMBER_CODE_EXPIRED");
        scan(second).expect(200);
    }

    @Test
    void ofParallelNewCodesOneLives() {
        for (int round = 0; round < 12; round++) {
            Race.run(8, i -> () -> issueMemberCode.issue(member));
            assertThat(live()).isEqualTo(1);
        }
    }

    private long live() {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM member_code WHERE member_key = ? AND expires_at > ?",
                Long.class,
                member.value(),
                java.sql.Timestamp.from(clock.instant()));
    }

    @Test
    void ofTwoTillsThatScanTheSameCodeExactlyOneWins() {
        String code = issue();
        long won = Race.run(
                        8,
                        i -> () -> i % 2 == 0
                                ? scan(code).status()
                                : scanAtTill(code).status())
                .stream()
                .filter(outcome -> Integer.valueOf(200).equals(outcome.value()))
                .count();
        assertThat(won).isEqualTo(1);
    }

    @Test
    void aTypingErrorIsNoCode() {
        String code = issue();
        char last = code.charAt(17);
        String mistyped = code.substring(0, 17) + (last == '9' ? '0' : (char) (last + 1));
        scan(mistyped).expectProblem(404, "MEMBER_CODE_UNKNOWN");
        scan("123").expectProblem(404, "MEMBER_CODE_UNKNOWN");
        scan(code).expect(200);
    }

    @Test
    void aScanThatComesAgainUnderItsNameGetsTheSameAnswer() {
        String code = issue();
        assertThat(Race.run(8, i -> () -> scan(code, "scan-1").status()).stream()
                        .map(Race.Outcome::value))
                .containsOnly(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(scan(code, "scan-1").expect(200).json().path("memberKey").asString())
                .isEqualTo(member.text());
        scan(code, "scan-2").expectProblem(409, "MEMBER_CODE_USED");
        scan(code).expectProblem(409, "MEMBER_CODE_USED");
        scanAtTill(Shops.open(api), code, "scan-1").expectProblem(409, "MEMBER_CODE_USED");
    }

    private Api.Answer scan(String code, String useId) {
        return api.as(Caller.machine("booking-service"))
                .post(
                        "/internal/v1/member-codes/resolve",
                        Map.of("code", code, "storeId", shop.id().text(), "useId", useId));
    }

    private Api.Answer scanAtTill(Shops.Shop till, String code, String useId) {
        return api.as(TestCallers.clerk(3, till.id(), Right.MEMBERS_READ))
                .post("/store/v1/member-codes/resolve", Map.of("code", code, "useId", useId));
    }

    @Test
    void theScanningStoreKnowsTheMemberFromThenOn() {
        Shops.Shop other = Shops.open(api);
        Api clerk = api.as(TestCallers.clerk(3, other.id(), Right.MEMBERS_READ));
        clerk.get("/store/v1/members/" + member).expect(404);
        clerk.post("/store/v1/member-codes/resolve", Map.of("code", issue())).expect(200);
        clerk.get("/store/v1/members/" + member).expect(200);
    }

    private String issue() {
        return api.as(Caller.member(member))
                .post("/app/v1/member-code", Map.of())
                .expect(201)
                .json()
                .path("code")
                .asString();
    }

    private Api.Answer scan(String code) {
        return api.as(Caller.machine("booking-service"))
                .post(
                        "/internal/v1/member-codes/resolve",
                        Map.of("code", code, "storeId", shop.id().text()));
    }

    private Api.Answer scanAtTill(String code) {
        return api.as(TestCallers.clerk(3, shop.id(), Right.MEMBERS_READ))
                .post("/store/v1/member-codes/resolve", Map.of("code", code));
    }
}
