package io.mendian.member.grant;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.BookResult;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of grants. */
@Configuration(proxyBeanMethods = false)
class GrantBooks {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Bean
    BookCheck grantsEnd(JdbcTemplate jdbc, Clock clock) {
        return () -> {
            long started = System.nanoTime();
            List<String> waiting = jdbc.queryForList(
                    """
                    SELECT CONCAT('grant ', grant_id, ' of ', cause_type, ' ', cause_id, ' waits since ', made_at)
                    FROM coupon_grant WHERE status = 'PENDING' AND made_at < ? ORDER BY made_at LIMIT 20
                    """, String.class, Timestamp.from(clock.instant().minus(LONGEST)));
            Long rows = jdbc.queryForObject("SELECT COUNT(*) FROM coupon_grant", Long.class);
            return new BookResult(
                    "I23 no coupon is owed for longer than 10 minutes",
                    "coupon grant",
                    waiting.isEmpty(),
                    rows == null ? 0 : rows,
                    Duration.ofNanos(System.nanoTime() - started).toMillis(),
                    waiting);
        };
    }
}
