package io.mendian.member.transfer;

import io.mendian.kernel.MemberKey;
import io.mendian.member.wallet.StoredValue;
import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of transfers; of a code only a keyed hash is kept. */
@Repository
class Transfers {

    private final JdbcTemplate jdbc;
    private final FieldCipher cipher;

    Transfers(JdbcTemplate jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(TransferRow transfer) {
        jdbc.update(
                """
                INSERT INTO asset_transfer (id, from_key, kind, principal_minor, bonus_minor, fee_principal_minor,
                    fee_bonus_minor, card_id, status, made_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                transfer.id(),
                transfer.fromKey(),
                transfer.cardId() == null ? "STORED_VALUE" : "CARD",
                transfer.part().principalMinor(),
                transfer.part().bonusMinor(),
                transfer.fee().principalMinor(),
                transfer.fee().bonusMinor(),
                transfer.cardId(),
                transfer.status().name(),
                Timestamp.from(transfer.madeAt()),
                Timestamp.from(transfer.expiresAt()));
    }

    Optional<TransferRow> find(long id) {
        return one("SELECT * FROM asset_transfer WHERE id = ?", id);
    }

    Optional<TransferRow> findByCode(String code) {
        return one("SELECT * FROM asset_transfer WHERE code_hash = ?", hash(code));
    }

    Optional<TransferRow> lock(long id) {
        return one("SELECT * FROM asset_transfer WHERE id = ? FOR UPDATE", id);
    }

    private Optional<TransferRow> one(String sql, Object key) {
        return jdbc.query(sql, Transfers::row, key).stream().findFirst();
    }

    boolean hasCode(long id, String code) {
        return !jdbc.queryForList(
                        "SELECT id FROM asset_transfer WHERE id = ? AND code_hash = ? FOR UPDATE",
                        Long.class,
                        id,
                        hash(code))
                .isEmpty();
    }

    void setCode(TransferRow transfer, String code) {
        Guard.one(
                jdbc.update(
                        "UPDATE asset_transfer SET code_hash = ? WHERE id = ? AND status = 'OFFERED'",
                        hash(code),
                        transfer.id()),
                () -> changed(transfer));
    }

    void end(TransferRow transfer, TransferStatus next, @Nullable MemberKey to, Instant now) {
        if (!transfer.status().mayBecome(next)) {
            throw new IllegalStateException(
                    "transfer " + transfer.id() + " may not go from " + transfer.status() + " to " + next);
        }
        int rows = jdbc.update("""
                UPDATE asset_transfer SET status = ?, to_key = ?, code_hash = NULL, ended_at = ?
                WHERE id = ? AND status = 'OFFERED'
                """, next.name(), to == null ? null : to.value(), Timestamp.from(now), transfer.id());
        Guard.one(rows, () -> changed(transfer));
    }

    List<Long> expired(Instant now, int limit) {
        return jdbc.queryForList(
                "SELECT id FROM asset_transfer WHERE status = 'OFFERED' AND expires_at <= ? ORDER BY expires_at LIMIT ?",
                Long.class,
                Timestamp.from(now),
                limit);
    }

    List<TransferRow> ofMember(MemberKey member) {
        return jdbc.query(
                "SELECT * FROM asset_transfer WHERE from_key = ? OR to_key = ? ORDER BY id DESC LIMIT 200",
                Transfers::row,
                member.value(),
                member.value());
    }

    private String hash(String code) {
        return cipher.blindIndex("asset_transfer", code);
    }

    private static IllegalStateException changed(TransferRow transfer) {
        return new IllegalStateException("transfer " + transfer.id() + " was changed by somebody else");
    }

    private static TransferRow row(ResultSet row, int n) throws SQLException {
        return new TransferRow(
                row.getLong("id"),
                row.getLong("from_key"),
                row.getObject("to_key", Long.class),
                new StoredValue(row.getLong("principal_minor"), row.getLong("bonus_minor")),
                new StoredValue(row.getLong("fee_principal_minor"), row.getLong("fee_bonus_minor")),
                row.getObject("card_id", Long.class),
                TransferStatus.valueOf(row.getString("status")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
