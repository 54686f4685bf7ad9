package io.mendian.member.card;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of uses; the use's id, given by the caller, is their key. */
@Repository
class CardUses {

    private final JdbcTemplate jdbc;

    CardUses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CardUseRow> find(String useId) {
        return read("SELECT * FROM card_use WHERE use_id = ?", useId);
    }

    /** Reads what is committed now, whatever this transaction has seen before. */
    Optional<CardUseRow> lock(String useId) {
        return read("SELECT * FROM card_use WHERE use_id = ? FOR UPDATE", useId);
    }

    private Optional<CardUseRow> read(String sql, String useId) {
        return jdbc
                .query(
                        sql,
                        (row, n) -> new CardUseRow(
                                row.getString("use_id"),
                                row.getLong("card_id"),
                                row.getLong("member_key"),
                                row.getLong("service_sku_id"),
                                row.getLong("store_id"),
                                row.getLong("uses_left"),
                                row.getLong("value_minor"),
                                row.getString("status")),
                        useId)
                .stream()
                .findFirst();
    }

    /** Claims the id before anything is taken; false when it was claimed already. Waits for a running claim. */
    boolean claim(UseCardCommand use, CardRow card, Instant now) {
        try {
            jdbc.update(
                    """
                    INSERT INTO card_use
                        (use_id, card_id, member_key, service_sku_id, store_id, staff_id, uses_left, status, used_at)
                    VALUES (?, ?, ?, ?, ?, ?, 0, 'USED', ?)
                    """,
                    use.useId(),
                    card.id(),
                    use.memberKey().value(),
                    use.serviceSkuId().value(),
                    use.storeId().value(),
                    use.staffId() == null ? null : use.staffId().value(),
                    Timestamp.from(now));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void settle(String useId, long cardId, @Nullable Long shareId, long usesLeft, long valueMinor) {
        int rows = jdbc.update(
                "UPDATE card_use SET card_id = ?, share_id = ?, uses_left = ?, value_minor = ? WHERE use_id = ? AND status = 'USED'",
                cardId,
                shareId,
                usesLeft,
                valueMinor,
                useId);
        if (rows != 1) {
            throw new IllegalStateException("use " + useId + " was changed by somebody else");
        }
    }

    /** False when it was given back before. */
    boolean giveBack(String useId, Instant now) {
        return jdbc.update(
                        "UPDATE card_use SET status = 'GIVEN_BACK', given_back_at = ? WHERE use_id = ? AND status = 'USED'",
                        Timestamp.from(now),
                        useId)
                == 1;
    }
}
