package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.InternalTokens;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import io.mendian.testkit.TestKeys;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service whose clock differs from the gateway's is away, not forbidden: nobody is told to sign in again. */
@MendianTest
class ClockDifferenceTest {

    private static final String SERVICE = "testkit-sample";

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MeterRegistry meters;

    private final Caller member =
            TestCallers.member(MemberKey.of(ThreadLocalRandom.current().nextLong(1L << 60)));

    @Test
    void aTokenOfAClockTwoMinutesBehindIsAnswered503AndCounted() {
        double before = refused();
        Api.Answer answer = withToken(gateway(-120).issue(member, SERVICE))
                .post("/app/v1/add", Map.of("amount", 7))
                .expectProblem(503, "BUSY");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(refused()).isEqualTo(before + 1);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM sample WHERE member_key = ?",
                        Long.class,
                        Long.parseLong(member.subject())))
                .isZero();
    }

    @Test
    void aClockHalfAMinuteBehindIsGoodEnough() {
        withToken(gateway(-30).issue(member, SERVICE))
                .post("/app/v1/add", Map.of("amount", 7))
                .expect(201);
    }

    @Test
    void anOldTokenForAnotherServiceOrOfAForgerIsNobodys() throws NoSuchAlgorithmException {
        withToken(gateway(-120).issue(member, "order-service"))
                .post("/app/v1/add", Map.of("amount", 7))
                .expectProblem(401, "NOT_SIGNED_IN");
        InternalTokens forger = new InternalTokens(
                InternalTokens.GATEWAY,
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(),
                Map.of(),
                behind(-120));
        withToken(forger.issue(member, SERVICE))
                .post("/app/v1/add", Map.of("amount", 7))
                .expectProblem(401, "NOT_SIGNED_IN");
    }

    private Api withToken(String token) {
        return api.with("Authorization", "Bearer " + token);
    }

    private static InternalTokens gateway(int seconds) {
        return new InternalTokens(InternalTokens.GATEWAY, TestKeys.folder(), behind(seconds));
    }

    private static Clock behind(int seconds) {
        return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
    }

    private double refused() {
        return meters.counter("mendian.clock.refused", "issuer", InternalTokens.GATEWAY)
                .count();
    }
}
