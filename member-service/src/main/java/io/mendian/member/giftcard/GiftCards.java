package io.mendian.member.giftcard;

import io.mendian.contracts.member.GiftCardChanged;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of gift cards; of a code only a keyed hash is kept. Every change carries its guard. */
@Repository
class GiftCards {

    private final JdbcTemplate jdbc;
    private final FieldCipher cipher;
    private final Outbox outbox;
    private final String currency;

    GiftCards(JdbcTemplate jdbc, FieldCipher cipher, Outbox outbox, @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.outbox = outbox;
        this.currency = currency;
    }

    Optional<Long> idOf(String code) {
        return jdbc.queryForList("SELECT id FROM gift_card WHERE code_hash = ?", Long.class, hash(code)).stream()
                .findFirst();
    }

    /** Whether a locked card still has this code. */
    boolean hasCode(long id, String typed) {
        return !jdbc.queryForList(
                        "SELECT id FROM gift_card WHERE id = ? AND code_hash = ? FOR UPDATE",
                        Long.class,
                        id,
                        hash(GiftCode.normalized(typed)))
                .isEmpty();
    }

    Optional<GiftCardRow> lock(long id) {
        return jdbc.query("SELECT * FROM gift_card WHERE id = ? FOR UPDATE", GiftCards::row, id).stream()
                .findFirst();
    }

    boolean isIssued(String causeId, int piece) {
        return !jdbc.queryForList(
                        "SELECT id FROM gift_card WHERE cause_id = ? AND piece = ?", Long.class, causeId, piece)
                .isEmpty();
    }

    void add(GiftCardRow card, long productSkuId, String name, String causeId, int piece, Instant now) {
        jdbc.update(
                """
                INSERT INTO gift_card (id, buyer_key, holder_key, product_sku_id, name, named, value_minor, paid_minor,
                    balance_minor, status, cause_id, piece, valid_until, issued_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)
                """,
                card.id(),
                card.buyerKey(),
                card.holderKey(),
                productSkuId,
                name,
                card.named(),
                card.valueMinor(),
                card.paidMinor(),
                card.status().name(),
                causeId,
                piece,
                Timestamp.from(card.validUntil()),
                Timestamp.from(now));
    }

    /** A new code; the one before opens nothing any more. A card without trouble becomes, or stays, active. */
    void setCode(GiftCardRow was, @Nullable String code, GiftCardStatus next) {
        if (was.status() != next && !was.status().mayBecome(next)) {
            throw new IllegalStateException(
                    "gift card " + was.id() + " may not go from " + was.status() + " to " + next);
        }
        int rows = jdbc.update(
                """
                UPDATE gift_card SET code_hash = ?, code_tail = ?, status = ?, codes_made = codes_made + ?
                WHERE id = ? AND status = ? AND locked_by IS NULL
                """,
                code == null ? null : hash(code),
                code == null ? null : code.substring(code.length() - 4),
                next.name(),
                code == null ? 0 : 1,
                was.id(),
                was.status().name());
        Guard.one(rows, () -> changed(was.id()));
    }

    void setHolder(GiftCardRow was, MemberKey next) {
        int rows = jdbc.update("""
                UPDATE gift_card SET holder_key = ?, code_hash = NULL, code_tail = NULL
                WHERE id = ? AND holder_key = ? AND status = 'ACTIVE' AND locked_by IS NULL
                """, next.value(), was.id(), was.holderKey());
        Guard.one(rows, () -> changed(was.id()));
    }

    void renew(GiftCardRow was, Instant until) {
        int rows = jdbc.update(
                "UPDATE gift_card SET valid_until = ? WHERE id = ? AND valid_until = ?",
                Timestamp.from(until),
                was.id(),
                Timestamp.from(was.validUntil()));
        Guard.one(rows, () -> changed(was.id()));
    }

    /** Sets an amount aside; the caller has looked whether it is there. */
    void hold(long id, long amountMinor) {
        int rows = jdbc.update("""
                UPDATE gift_card SET held_minor = held_minor + ?
                WHERE id = ? AND balance_minor - held_minor >= ? AND locked_by IS NULL
                """, amountMinor, id, amountMinor);
        Guard.one(rows, () -> changed(id));
    }

    void free(long id, long amountMinor) {
        int rows = jdbc.update(
                "UPDATE gift_card SET held_minor = held_minor - ? WHERE id = ? AND held_minor >= ?",
                amountMinor,
                id,
                amountMinor);
        Guard.one(rows, () -> changed(id));
    }

    /** Moves the balance within its range, appends the ledger and tells of it; one cause posts once. */
    void post(long id, long deltaMinor, String causeType, String causeId, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS); // what is told is what the row says
        int rows = jdbc.update("""
                UPDATE gift_card SET balance_minor = balance_minor + ?
                WHERE id = ? AND balance_minor - held_minor + ? >= 0 AND balance_minor + ? <= value_minor
                """, deltaMinor, id, deltaMinor, deltaMinor);
        Guard.one(rows, () -> new IllegalStateException("the balance of gift card " + id + " would leave its range"));
        jdbc.update("""
                INSERT INTO gift_card_entry (gift_card_id, delta_minor, balance_after, cause_type, cause_id, posted_at)
                SELECT id, ?, balance_minor, ?, ?, ? FROM gift_card WHERE id = ?
                """, deltaMinor, causeType, causeId, Timestamp.from(now), id);
        Long after = jdbc.queryForObject("SELECT balance_minor FROM gift_card WHERE id = ? FOR UPDATE", Long.class, id);
        outbox.add(new GiftCardChanged(
                Long.toString(id), deltaMinor, Objects.requireNonNull(after), currency, causeType, causeId, now));
    }

    boolean isPosted(long id, String causeType, String causeId) {
        return !jdbc.queryForList(
                        "SELECT id FROM gift_card_entry WHERE gift_card_id = ? AND cause_type = ? AND cause_id = ?",
                        Long.class,
                        id,
                        causeType,
                        causeId)
                .isEmpty();
    }

    /** Locks a card against every use, for a refund under way; null unlocks. */
    void setLock(GiftCardRow was, @Nullable String by) {
        int rows = jdbc.update(
                "UPDATE gift_card SET locked_by = ? WHERE id = ? AND (locked_by IS NULL) = ? AND (? = FALSE OR held_minor = 0)",
                by,
                was.id(),
                was.lockedBy() == null,
                by != null);
        Guard.one(rows, () -> changed(was.id()));
    }

    void close(GiftCardRow was) {
        int rows = jdbc.update("""
                UPDATE gift_card SET status = 'CLOSED', code_hash = NULL, code_tail = NULL, locked_by = NULL
                WHERE id = ? AND status <> 'CLOSED' AND balance_minor = 0
                """, was.id());
        Guard.one(rows, () -> changed(was.id()));
    }

    private String hash(String code) {
        return cipher.blindIndex("gift_card", code);
    }

    private static IllegalStateException changed(long id) {
        return new IllegalStateException("gift card " + id + " was changed by somebody else");
    }

    static GiftCardRow row(ResultSet row, int n) throws SQLException {
        return new GiftCardRow(
                row.getLong("id"),
                row.getLong("buyer_key"),
                row.getLong("holder_key"),
                row.getBoolean("named"),
                row.getLong("value_minor"),
                row.getLong("paid_minor"),
                row.getLong("balance_minor"),
                row.getLong("held_minor"),
                GiftCardStatus.valueOf(row.getString("status")),
                row.getString("locked_by"),
                row.getTimestamp("valid_until").toInstant());
    }
}
