package io.mendian.member.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the rule, of sign-ins and of their gifts. */
@Repository
class SignIns {

    private static final String VIEW = """
            SELECT s.day, s.points, s.streak, g.kind, g.status, g.points AS gift_points, g.title, g.coupon_id, v.code
            FROM sign_in s
            LEFT JOIN sign_in_gift g ON g.member_key = s.member_key AND g.day = s.day
            LEFT JOIN pickup_voucher v ON v.cause_type = 'SIGN_IN' AND v.cause_id = CAST(g.gift_id AS CHAR)
            """;

    private final JdbcTemplate jdbc;

    SignIns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    SignInRule rule() {
        return jdbc.query(
                        "SELECT * FROM sign_in_rule ORDER BY version DESC LIMIT 1",
                        (row, n) -> new SignInRule(
                                row.getLong("version"),
                                row.getInt("points_per_day"),
                                row.getInt("streak_days"),
                                SignInRule.Gift.valueOf(row.getString("gift_kind")),
                                row.getInt("gift_points"),
                                row.getString("gift_template_id"),
                                row.getString("gift_title"),
                                row.getInt("voucher_days")))
                .getFirst();
    }

    void add(SignInRule rule, String setBy, Instant now) {
        try {
            jdbc.update(
                    "INSERT INTO sign_in_rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rule.version(),
                    rule.pointsPerDay(),
                    rule.streakDays(),
                    rule.giftKind().name(),
                    rule.giftPoints(),
                    rule.giftTemplateId(),
                    rule.giftTitle(),
                    rule.voucherDays(),
                    setBy,
                    Timestamp.from(now));
        } catch (DuplicateKeyException e) {
            throw SignInProblem.SIGN_IN_RULE_CHANGED_MEANWHILE.with();
        }
    }

    boolean hasPhone(long memberKey) {
        return !jdbc.queryForList("""
                        SELECT member_key FROM member
                        WHERE member_key = ? AND phone_index IS NOT NULL AND state = 'ACTIVE'
                        """, Long.class, memberKey).isEmpty();
    }

    /** A committed sign-in of the day, however recent; the member's account is locked. */
    @Nullable
    Integer streakOf(long memberKey, LocalDate day) {
        return jdbc
                .queryForList(
                        "SELECT streak FROM sign_in WHERE member_key = ? AND day = ? FOR UPDATE",
                        Integer.class,
                        memberKey,
                        day)
                .stream()
                .findFirst()
                .orElse(null);
    }

    void add(long memberKey, LocalDate day, int streak, int points, Instant now) {
        jdbc.update(
                "INSERT INTO sign_in (member_key, day, streak, points, signed_at) VALUES (?, ?, ?, ?, ?)",
                memberKey,
                day,
                streak,
                points,
                Timestamp.from(now));
    }

    void addGift(long giftId, long memberKey, LocalDate day, SignInRule rule) {
        jdbc.update(
                """
                INSERT INTO sign_in_gift (gift_id, member_key, day, kind, points, title, status)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                giftId,
                memberKey,
                day,
                rule.giftKind().name(),
                rule.giftKind() == SignInRule.Gift.POINTS ? rule.giftPoints() : 0,
                rule.giftTitle(),
                rule.giftKind() == SignInRule.Gift.COUPON ? "PENDING" : "GIVEN");
    }

    void endGift(long giftId, String status, @Nullable String couponId, @Nullable String reason) {
        int rows = jdbc.update(
                "UPDATE sign_in_gift SET status = ?, coupon_id = ?, reason = ? WHERE gift_id = ? AND status = 'PENDING'",
                status,
                couponId,
                reason,
                giftId);
        if (rows != 1) {
            throw new IllegalStateException("sign-in gift " + giftId + " was ended by somebody else");
        }
    }

    Optional<SignInView> of(long memberKey, LocalDate day, boolean already) {
        return jdbc
                .query(VIEW + "WHERE s.member_key = ? AND s.day = ?", (row, n) -> view(row, already), memberKey, day)
                .stream()
                .findFirst();
    }

    List<SignInView> between(long memberKey, LocalDate from, LocalDate to) {
        return jdbc.query(
                VIEW + "WHERE s.member_key = ? AND s.day BETWEEN ? AND ? ORDER BY s.day",
                (row, n) -> view(row, true),
                memberKey,
                from,
                to);
    }

    private static SignInView view(ResultSet row, boolean already) throws SQLException {
        String kind = row.getString("kind");
        SignInView.GiftView gift = kind == null
                ? null
                : new SignInView.GiftView(
                        kind,
                        row.getString("status"),
                        row.getInt("gift_points"),
                        row.getString("title"),
                        row.getString("coupon_id"),
                        row.getString("code"));
        return new SignInView(
                row.getObject("day", LocalDate.class), row.getInt("points"), row.getInt("streak"), already, gift);
    }
}
