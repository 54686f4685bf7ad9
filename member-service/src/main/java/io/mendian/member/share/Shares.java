package io.mendian.member.share;

import io.mendian.kernel.MemberKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the rule and of newcomers' claims; a newcomer has one for ever, and a day's paid ones are numbered. */
@Repository
class Shares {

    private final JdbcTemplate jdbc;

    Shares(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A claim that stands. */
    record Claim(String claimId, MemberKey sharer, String campaign) {}

    /** What a member's links have brought. */
    record Brought(long newcomers, long points) {}

    /** A member as far as a claim asks. */
    record Newcomer(Instant joinedAt, boolean hasPhone) {}

    ShareRule rule() {
        return jdbc.query(
                        "SELECT version, campaign, points, daily_cap, joined_days FROM share_rule ORDER BY version DESC LIMIT 1",
                        (row, n) -> new ShareRule(
                                row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .getFirst();
    }

    void add(ShareRule rule, String setBy, Instant now) {
        try {
            jdbc.update(
                    "INSERT INTO share_rule VALUES (?, ?, ?, ?, ?, ?, ?)",
                    rule.version(),
                    rule.campaign(),
                    rule.points(),
                    rule.dailyCap(),
                    rule.joinedDays(),
                    setBy,
                    Timestamp.from(now));
        } catch (DuplicateKeyException e) {
            throw ShareProblem.SHARE_RULE_CHANGED_MEANWHILE.with();
        }
    }

    Optional<Newcomer> newcomer(MemberKey member) {
        return jdbc
                .query(
                        "SELECT joined_at, phone_index IS NOT NULL FROM member WHERE member_key = ? AND state = 'ACTIVE'",
                        (row, n) -> new Newcomer(row.getTimestamp(1).toInstant(), row.getBoolean(2)),
                        member.value())
                .stream()
                .findFirst();
    }

    /** As it is now; both accounts are locked. */
    Optional<Claim> lockClaim(MemberKey newcomer) {
        return jdbc
                .query(
                        "SELECT claim_id, sharer_key, campaign FROM share_claim WHERE newcomer_key = ? FOR UPDATE",
                        (row, n) -> new Claim(
                                Long.toString(row.getLong(1)), MemberKey.of(row.getLong(2)), row.getString(3)),
                        newcomer.value())
                .stream()
                .findFirst();
    }

    /** How many newcomers of the day were paid for; the sharer's account is locked. */
    int paidOn(MemberKey sharer, String campaign, LocalDate day) {
        Integer last = jdbc.queryForObject("""
                SELECT COALESCE(MAX(no_of_day), 0) FROM share_claim WHERE sharer_key = ? AND campaign = ? AND day = ?
                FOR UPDATE
                """, Integer.class, sharer.value(), campaign, day);
        return last == null ? 0 : last;
    }

    void add(long id, MemberKey newcomer, Claim claim, LocalDate day, @Nullable Integer no, int points, Instant now) {
        jdbc.update(
                "INSERT INTO share_claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                newcomer.value(),
                id,
                claim.sharer().value(),
                claim.campaign(),
                day,
                no,
                points,
                Timestamp.from(now));
    }

    Brought brought(MemberKey sharer) {
        return jdbc.query(
                        "SELECT COUNT(*), COALESCE(SUM(points), 0) FROM share_claim WHERE sharer_key = ?",
                        (row, n) -> new Brought(row.getLong(1), row.getLong(2)),
                        sharer.value())
                .getFirst();
    }

    int paidToday(MemberKey sharer, String campaign, LocalDate day) {
        Integer last = jdbc.queryForObject(
                "SELECT COALESCE(MAX(no_of_day), 0) FROM share_claim WHERE sharer_key = ? AND campaign = ? AND day = ?",
                Integer.class,
                sharer.value(),
                campaign,
                day);
        return last == null ? 0 : last;
    }
}
