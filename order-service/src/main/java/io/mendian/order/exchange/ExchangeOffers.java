package io.mendian.order.exchange;

import io.mendian.kernel.SkuId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of exchange offers. The terms of an offer never change, only its end may come earlier. */
@Repository
class ExchangeOffers {

    private final JdbcClient jdbc;

    ExchangeOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ExchangeOffer offer, Instant now) {
        int ignored = jdbc.sql("""
                        INSERT INTO exchange_offer (id, sku_id, points, cash_minor, from_at, until_at, limit_per_member,
                            created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(offer.id())
                .param(offer.skuId().value())
                .param(offer.points())
                .param(offer.cashMinor())
                .param(Timestamp.from(offer.from()))
                .param(Timestamp.from(offer.until()))
                .param(offer.limitPerMember())
                .param(Timestamp.from(now))
                .update();
    }

    /** Ends an offer now; one that has ended already stays as it is. */
    void end(long id, Instant now) {
        int ignored = jdbc.sql("UPDATE exchange_offer SET until_at = ? WHERE id = ? AND until_at > ?")
                .params(Timestamp.from(now), id, Timestamp.from(now))
                .update();
    }

    Optional<ExchangeOffer> find(long id) {
        return jdbc.sql("SELECT * FROM exchange_offer WHERE id = ?")
                .param(id)
                .query(ExchangeOffers::offer)
                .optional();
    }

    List<ExchangeOffer> find(List<Long> ids) {
        return jdbc.sql("SELECT * FROM exchange_offer WHERE id IN (:ids)")
                .param("ids", ids)
                .query(ExchangeOffers::offer)
                .list();
    }

    /** Newest first; {@code runningAt} null is every offer. */
    List<ExchangeOffer> page(@Nullable Instant runningAt, @Nullable Long before, int limit) {
        Timestamp at = runningAt == null ? null : Timestamp.from(runningAt);
        return jdbc.sql("""
                        SELECT * FROM exchange_offer
                        WHERE (:at IS NULL OR (from_at <= :at AND until_at > :at)) AND (:before IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("at", at)
                .param("before", before)
                .param("limit", limit)
                .query(ExchangeOffers::offer)
                .list();
    }

    private static ExchangeOffer offer(ResultSet row, int n) throws SQLException {
        return new ExchangeOffer(
                Long.toString(row.getLong("id")),
                SkuId.of(row.getLong("sku_id")),
                row.getLong("points"),
                row.getLong("cash_minor"),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                row.getObject("limit_per_member", Long.class));
    }
}
