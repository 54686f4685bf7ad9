package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.idempotency.ForgetAnswers;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long an answer is kept, and in which form. */
@MendianTest
class AnswersTest {

    @Autowired
    Api api;

    @Autowired
    ForgetAnswers forget;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private final MemberKey member = MemberKey.of(ThreadLocalRandom.current().nextLong(1L << 60));

    @Test
    void anAnswerIsKeptForSevenDaysAndNotLonger() {
        Api mine = api.as(TestCallers.member(member)).withKey("key-of-a-week");
        String first = mine.post("/app/v1/add", Map.of("amount", 7)).expect(201).body();
        clock.advance(Duration.ofDays(7).minusMinutes(1));
        forget.run();
        assertThat(mine.post("/app/v1/add", Map.of("amount", 7)).expect(201).body())
                .isEqualTo(first);
        assertThat(total()).isEqualTo(7);
        clock.advance(Duration.ofMinutes(2));
        forget.run();
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM idempotency WHERE principal = ?", Long.class, "MEMBER:" + member))
                .isZero();
        mine.post("/app/v1/add", Map.of("amount", 7)).expect(201);
        assertThat(total()).isEqualTo(14);
    }

    @Test
    void anAnswerWithASecretIsGivenAgainAndNotKeptInTheClear() {
        Api mine = api.as(TestCallers.member(member)).withKey("key-of-a-secret");
        String secret =
                mine.post("/app/v1/secret", Map.of("amount", 5)).expect(200).body();
        assertThat(secret).contains("open sesame");
        assertThat(mine.post("/app/v1/secret", Map.of("amount", 5)).expect(200).body())
                .isEqualTo(secret);
        mine.post("/app/v1/secret", Map.of("amount", 6)).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(jdbc.queryForObject(
                        "SELECT answer FROM idempotency WHERE principal = ? AND request_key = 'key-of-a-secret'",
                        String.class,
                        "MEMBER:" + member))
                .doesNotContain("sesame")
                .startsWith("k1.");
    }

    private long total() {
        return jdbc.queryForObject("SELECT total FROM sample WHERE member_key = ?", Long.class, member.value());
    }
}
