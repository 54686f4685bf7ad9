package io.mendian.order.presale;

import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of pre-sale offers. Terms never change; only the time for deposits may end earlier. */
@Repository
class PresaleOffers {

    private final JdbcClient jdbc;

    PresaleOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PresaleOffer offer, Instant now) {
        int ignored = jdbc.sql("""
                        INSERT INTO presale_offer (id, sku_id, price_minor, deposit_minor, worth_minor, deposit_until,
                            balance_from, balance_until, missed, pieces, taken, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
                        """)
                .param(offer.id())
                .param(offer.skuId().value())
                .param(offer.priceMinor())
                .param(offer.depositMinor())
                .param(offer.worthMinor())
                .param(Timestamp.from(offer.depositUntil()))
                .param(Timestamp.from(offer.balanceFrom()))
                .param(Timestamp.from(offer.balanceUntil()))
                .param(offer.missed().name())
                .param(offer.pieces())
                .param(Timestamp.from(now))
                .update();
    }

    void end(long id, Instant now) {
        int ignored = jdbc.sql("UPDATE presale_offer SET deposit_until = ? WHERE id = ? AND deposit_until > ?")
                .params(Timestamp.from(now), id, Timestamp.from(now))
                .update();
    }

    Optional<PresaleOffer> find(long id) {
        return jdbc.sql("SELECT * FROM presale_offer WHERE id = ?")
                .param(id)
                .query(PresaleOffers::offer)
                .optional();
    }

    /** Newest first; {@code openAt} null is every offer. */
    List<PresaleOffer> page(@Nullable Instant openAt, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM presale_offer
                        WHERE (:at IS NULL OR deposit_until > :at) AND (:before IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("at", openAt == null ? null : Timestamp.from(openAt))
                .param("before", before)
                .param("limit", limit)
                .query(PresaleOffers::offer)
                .list();
    }

    /** Takes pieces, never more than there are. */
    void take(long id, long pieces) {
        Guard.one(
                jdbc.sql("UPDATE presale_offer SET taken = taken + ? WHERE id = ? AND taken + ? <= pieces")
                        .params(pieces, id, pieces)
                        .update(),
                () -> PresaleProblem.PRESALE_SOLD_OUT.with(
                        "left",
                        find(id).map(offer -> offer.pieces() - offer.taken()).orElse(0L)));
    }

    void free(long id, long pieces) {
        Guard.one(
                jdbc.sql("UPDATE presale_offer SET taken = taken - ? WHERE id = ? AND taken >= ?")
                        .params(pieces, id, pieces)
                        .update(),
                () -> new IllegalStateException("presale offer " + id + " counts too few pieces"));
    }

    private static PresaleOffer offer(ResultSet row, int n) throws SQLException {
        return new PresaleOffer(
                Long.toString(row.getLong("id")),
                SkuId.of(row.getLong("sku_id")),
                row.getLong("price_minor"),
                row.getLong("deposit_minor"),
                row.getLong("worth_minor"),
                row.getTimestamp("deposit_until").toInstant(),
                row.getTimestamp("balance_from").toInstant(),
                row.getTimestamp("balance_until").toInstant(),
                PresaleOffer.Missed.valueOf(row.getString("missed")),
                row.getLong("pieces"),
                row.getLong("taken"));
    }
}
