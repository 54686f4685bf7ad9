package io.mendian.member.redeem;

import io.mendian.kernel.MemberKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of offers and redemptions. Every change carries its guard. */
@Repository
class Redemptions {

    private final JdbcTemplate jdbc;

    Redemptions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Offer> offer(long offerId) {
        return jdbc.query("SELECT * FROM redeem_offer WHERE offer_id = ?", Redemptions::offer, offerId).stream()
                .findFirst();
    }

    void add(long offerId, OfferTerms terms, Instant now) {
        jdbc.update(
                """
                INSERT INTO redeem_offer (offer_id, name, template_id, points, stock, limit_per_member, from_at, until_at,
                    active, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                offerId,
                terms.name(),
                terms.templateId(),
                terms.points(),
                terms.stock(),
                terms.limitPerMember(),
                Timestamp.from(terms.from()),
                Timestamp.from(terms.until()),
                terms.active(),
                Timestamp.from(now));
    }

    /** False when more has been redeemed than the new stock. */
    boolean change(long offerId, OfferTerms terms) {
        return jdbc.update(
                        """
                        UPDATE redeem_offer SET name = ?, template_id = ?, points = ?, stock = ?, limit_per_member = ?,
                            from_at = ?, until_at = ?, active = ?
                        WHERE offer_id = ? AND (? IS NULL OR taken <= ?)
                        """,
                        terms.name(),
                        terms.templateId(),
                        terms.points(),
                        terms.stock(),
                        terms.limitPerMember(),
                        Timestamp.from(terms.from()),
                        Timestamp.from(terms.until()),
                        terms.active(),
                        offerId,
                        terms.stock(),
                        terms.stock())
                == 1;
    }

    /** Takes one of the stock; false when it is not to be had at this instant for this price. */
    boolean take(Offer offer, Instant now) {
        Timestamp at = Timestamp.from(now);
        return jdbc.update("""
                        UPDATE redeem_offer SET taken = taken + 1
                        WHERE offer_id = ? AND active = TRUE AND points = ? AND template_id = ? AND from_at <= ?
                            AND until_at > ? AND (stock IS NULL OR taken < stock)
                        """, Long.parseLong(offer.offerId()), offer.points(), offer.templateId(), at, at) == 1;
    }

    void giveBack(long offerId) {
        if (jdbc.update("UPDATE redeem_offer SET taken = taken - 1 WHERE offer_id = ? AND taken > 0", offerId) != 1) {
            throw new IllegalStateException("offer " + offerId + " has nothing to give back");
        }
    }

    /** Redemptions of the member that are done or under way; his points account is locked. */
    long liveOf(MemberKey member, long offerId) {
        return jdbc.queryForList("""
                        SELECT redemption_id FROM redemption
                        WHERE member_key = ? AND offer_id = ? AND status IN ('PENDING', 'DONE') FOR UPDATE
                        """, Long.class, member.value(), offerId).size();
    }

    void begin(long redemptionId, Offer offer, MemberKey member, Instant now) {
        jdbc.update(
                """
                INSERT INTO redemption (redemption_id, offer_id, member_key, name, points, status, made_at)
                VALUES (?, ?, ?, ?, ?, 'PENDING', ?)
                """,
                redemptionId,
                Long.parseLong(offer.offerId()),
                member.value(),
                offer.name(),
                offer.points(),
                Timestamp.from(now));
    }

    void end(long redemptionId, String status, @Nullable String couponId, @Nullable String reason, Instant now) {
        int rows = jdbc.update("""
                UPDATE redemption SET status = ?, coupon_id = ?, reason = ?, ended_at = ?
                WHERE redemption_id = ? AND status = 'PENDING'
                """, status, couponId, reason, Timestamp.from(now), redemptionId);
        if (rows != 1) {
            throw new IllegalStateException("redemption " + redemptionId + " was ended by somebody else");
        }
    }

    Optional<RedemptionView> find(long redemptionId) {
        return jdbc
                .query("SELECT * FROM redemption WHERE redemption_id = ?", Redemptions::redemption, redemptionId)
                .stream()
                .findFirst();
    }

    List<RedemptionView> ofMember(MemberKey member, long before, int limit) {
        return jdbc.query("""
                SELECT * FROM redemption WHERE member_key = ? AND redemption_id < ? ORDER BY redemption_id DESC LIMIT ?
                """, Redemptions::redemption, member.value(), before, limit);
    }

    List<RedemptionView> ofOffer(long offerId, long before, int limit) {
        return jdbc.query("""
                SELECT * FROM redemption WHERE offer_id = ? AND redemption_id < ? ORDER BY redemption_id DESC LIMIT ?
                """, Redemptions::redemption, offerId, before, limit);
    }

    List<Offer> offers(long before, int limit) {
        return jdbc.query(
                "SELECT * FROM redeem_offer WHERE offer_id < ? ORDER BY offer_id DESC LIMIT ?",
                Redemptions::offer,
                before,
                limit);
    }

    List<Offer> running(Instant now, int limit) {
        Timestamp at = Timestamp.from(now);
        return jdbc.query("""
                SELECT * FROM redeem_offer WHERE active = TRUE AND from_at <= ? AND until_at > ?
                ORDER BY points, offer_id LIMIT ?
                """, Redemptions::offer, at, at, limit);
    }

    private static Offer offer(ResultSet row, int n) throws SQLException {
        return new Offer(
                Long.toString(row.getLong("offer_id")),
                row.getString("name"),
                row.getString("template_id"),
                row.getLong("points"),
                row.getObject("stock", Long.class),
                row.getLong("taken"),
                row.getObject("limit_per_member", Integer.class),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                row.getBoolean("active"));
    }

    private static RedemptionView redemption(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new RedemptionView(
                Long.toString(row.getLong("redemption_id")),
                Long.toString(row.getLong("offer_id")),
                Long.toString(row.getLong("member_key")),
                row.getString("name"),
                row.getLong("points"),
                row.getString("status"),
                row.getString("coupon_id"),
                row.getString("reason"),
                row.getTimestamp("made_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
