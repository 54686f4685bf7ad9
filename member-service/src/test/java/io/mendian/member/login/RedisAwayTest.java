package io.mendian.member.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mendian.testkit.MendianTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@MendianTest
class RedisAwayTest {

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DataRedisProperties settings;

    @Test
    void endingALoginDoesNotNeedRedis() {
        LettuceConnectionFactory nowhere = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", 1),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(200))
                        .build());
        nowhere.afterPropertiesSet();
        nowhere.start();
        try {
            TokenHints hints = new TokenHints(new StringRedisTemplate(nowhere));
            assertThatCode(() -> new TransactionTemplate(transactions)
                            .executeWithoutResult(status -> hints.forgetAfterCommit(List.of("a", "b"))))
                    .doesNotThrowAnyException();
        } finally {
            nowhere.destroy();
        }
    }

    @Test
    void nobodyWaitsLongForRedis() {
        assertThat(settings.getTimeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.getConnectTimeout()).isEqualTo(Duration.ofMillis(200));
    }
}
