package io.mendian.member.grant;

import io.mendian.kernel.MemberKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of coupon grants. */
@Repository
public class CouponGrants {

    /** Time for whoever began it to ask by himself, before the timer does. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CouponGrants(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down that the coupon is owed; in the transaction of what owes it. The timer asks for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void owe(CouponGrant grant) {
        Instant now = clock.instant();
        jdbc.update(
                """
                INSERT INTO coupon_grant (grant_id, member_key, template_id, cause_type, cause_id, status, next_try_at, made_at)
                VALUES (?, ?, ?, ?, ?, 'PENDING', ?, ?)
                """,
                grant.grantId(),
                grant.member().value(),
                grant.templateId(),
                grant.causeType(),
                grant.causeId(),
                Timestamp.from(now.plus(FIRST_PAUSE)),
                Timestamp.from(now));
    }

    Optional<CouponGrant> pending(long grantId) {
        return jdbc
                .query(
                        """
                        SELECT grant_id, member_key, template_id, cause_type, cause_id FROM coupon_grant
                        WHERE grant_id = ? AND status = 'PENDING'
                        """,
                        (row, n) -> new CouponGrant(
                                row.getLong(1),
                                MemberKey.of(row.getLong(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)),
                        grantId)
                .stream()
                .findFirst();
    }

    List<Long> due(Instant now, int limit) {
        return jdbc.queryForList("""
                SELECT grant_id FROM coupon_grant WHERE status = 'PENDING' AND next_try_at <= ?
                ORDER BY next_try_at LIMIT ?
                """, Long.class, Timestamp.from(now), limit);
    }

    int tries(long grantId) {
        Integer tries =
                jdbc.queryForObject("SELECT tries FROM coupon_grant WHERE grant_id = ?", Integer.class, grantId);
        return tries == null ? 0 : tries;
    }

    void later(long grantId, Instant next) {
        int rows = jdbc.update(
                "UPDATE coupon_grant SET tries = tries + 1, next_try_at = ? WHERE grant_id = ? AND status = 'PENDING'",
                Timestamp.from(next),
                grantId);
        if (rows > 1) {
            throw new IllegalStateException("grant " + grantId + " is there twice");
        }
    }

    /** Ends a grant; false when somebody else has ended it. */
    boolean end(long grantId, String status, String couponId, String reason, Instant now) {
        return jdbc.update("""
                        UPDATE coupon_grant SET status = ?, coupon_id = NULLIF(?, ''), reason = NULLIF(?, ''), ended_at = ?
                        WHERE grant_id = ? AND status = 'PENDING'
                        """, status, couponId, reason, Timestamp.from(now), grantId) == 1;
    }
}
