package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which refunds there are: for people, and for the timers. */
@Repository
class RefundLists {

    private final JdbcClient jdbc;

    RefundLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How long members waited for a decision in a span of time. */
    record Waiting(long decided, long averageSeconds, long longestSeconds, long open, long overdue) {}

    /** Newest first; {@code stores} null is every store. */
    List<Long> page(@Nullable Set<StoreId> stores, RefundQueries.Filter filter) {
        if (stores != null && stores.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT id FROM refund WHERE (:status IS NULL OR status = :status) AND (:before IS NULL OR id < :before)
                          AND (:overdue = FALSE OR (overdue_at IS NOT NULL AND status = 'REQUESTED'))
                        %s ORDER BY id DESC LIMIT :limit
                        """.formatted(stores == null ? "" : "AND store_id IN (:stores)"))
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("before", filter.before())
                .param("overdue", filter.overdue())
                .param("limit", filter.limit())
                .param(
                        "stores",
                        stores == null
                                ? null
                                : stores.stream().map(StoreId::value).toList())
                .query(Long.class)
                .list();
    }

    List<Long> idsOf(OrderId order) {
        return jdbc.sql("SELECT id FROM refund WHERE order_id = ? ORDER BY id LIMIT 200")
                .param(order.value())
                .query(Long.class)
                .list();
    }

    /** Requests of an order that nobody has decided; locked, so that they are as they are now. */
    List<Long> waitingOf(OrderId order) {
        return jdbc.sql("""
                        SELECT id FROM refund
                        WHERE order_id = ? AND status IN ('PREPARING', 'REQUESTED', 'WAITING_APPROVAL') ORDER BY id FOR UPDATE
                        """).param(order.value()).query(Long.class).list();
    }

    /** Running refunds of which no part has to wait any longer, and those that wait for a member's cards to be frozen. */
    List<Long> due(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT r.id FROM refund r
                        WHERE r.status = 'PREPARING'
                           OR (r.status = 'REFUNDING'
                               AND NOT EXISTS (SELECT 1 FROM refund_part p
                                               WHERE p.refund_id = r.id AND p.status <> 'DONE' AND p.next_try_at > ?))
                        ORDER BY r.id LIMIT ?
                        """)
                .params(Timestamp.from(now), limit)
                .query(Long.class)
                .list();
    }

    /** Refunds that ended without going back and whose cards are still frozen. */
    List<Long> frozenForNothing(int limit) {
        return jdbc.sql("""
                        SELECT id FROM refund WHERE assets IN ('WANTED', 'HELD') AND status IN ('REJECTED', 'WITHDRAWN')
                        ORDER BY id LIMIT ?
                        """).param(limit).query(Long.class).list();
    }

    /** Requests that wait too long and are not marked yet, the oldest first. */
    List<Long> overdue(Instant askedBefore, int limit) {
        return jdbc.sql("""
                        SELECT id FROM refund WHERE status = 'REQUESTED' AND overdue_at IS NULL AND created_at < ?
                        ORDER BY created_at, id LIMIT ?
                        """)
                .params(Timestamp.from(askedBefore), limit)
                .query(Long.class)
                .list();
    }

    /** Marks them; gives how many were marked. */
    int markOverdue(Instant now, Instant askedBefore, int limit) {
        return jdbc.sql("""
                        UPDATE refund SET overdue_at = ?
                        WHERE status = 'REQUESTED' AND overdue_at IS NULL AND created_at < ?
                        ORDER BY created_at, id LIMIT ?
                        """)
                .params(Timestamp.from(now), Timestamp.from(askedBefore), limit)
                .update();
    }

    Waiting waiting(@Nullable Set<StoreId> stores, Instant from, Instant until) {
        if (stores != null && stores.isEmpty()) {
            return new Waiting(0, 0, 0, 0, 0);
        }
        return jdbc.sql("""
                        SELECT COUNT(decided_at), COALESCE(FLOOR(AVG(TIMESTAMPDIFF(SECOND, created_at, decided_at))), 0),
                            COALESCE(MAX(TIMESTAMPDIFF(SECOND, created_at, decided_at)), 0),
                            COALESCE(SUM(CASE WHEN status = 'REQUESTED' THEN 1 ELSE 0 END), 0),
                            COALESCE(SUM(CASE WHEN overdue_at IS NOT NULL THEN 1 ELSE 0 END), 0)
                        FROM refund WHERE requested_by = 'MEMBER' AND created_at >= :from AND created_at < :until %s
                        """.formatted(stores == null ? "" : "AND store_id IN (:stores)"))
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param(
                        "stores",
                        stores == null
                                ? null
                                : stores.stream().map(StoreId::value).toList())
                .query((row, n) ->
                        new Waiting(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }
}
