package io.mendian.order.shift;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of shifts and their ledger. Entries are added under the shift's lock; who counts excludes all of them. */
@Repository
class Shifts {

    private static final TypeReference<List<Count>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    Shifts(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    Optional<Shift> find(long id) {
        return one("id = ?", id);
    }

    /** The shift, locked: nothing is booked in it until this transaction ends. */
    Optional<Shift> lock(long id) {
        return one("id = ? FOR UPDATE", id);
    }

    Optional<Shift> openAt(long tillId) {
        return one("open_till_id = ?", tillId);
    }

    private Optional<Shift> one(String condition, long value) {
        return jdbc.sql("SELECT * FROM till_shift WHERE " + condition)
                .param(value)
                .query(this::shift)
                .optional();
    }

    /** The open shift of the till an order or a refund is handled at; it cannot be counted until this transaction ends. */
    Optional<Long> openFor(long subjectId, StoreId store) {
        return jdbc.sql("""
                        SELECT id FROM till_shift
                        WHERE open_till_id = COALESCE((SELECT till_id FROM till_choice WHERE subject_id = ?), ?)
                        LOCK IN SHARE MODE
                        """).params(subjectId, store.value()).query(Long.class).optional();
    }

    /** The shift in which an order was paid, which cannot be counted until this transaction ends. */
    Optional<Shift> paidIn(OrderId order) {
        return jdbc.sql("""
                        SELECT s.* FROM shift_entry e JOIN till_shift s ON s.id = e.shift_id
                        WHERE e.cause_type = 'SALE' AND e.cause_id = ? LOCK IN SHARE MODE
                        """).param(order.text()).query(this::shift).optional();
    }

    /** Newest first. */
    List<Shift> page(StoreId store, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM till_shift WHERE store_id = :store AND (:before IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("store", store.value())
                .param("before", before)
                .param("limit", limit)
                .query(this::shift)
                .list();
    }

    /** The shifts of a store that closed on a business date, in the order of their closing; at most 200. */
    List<Shift> closedOn(StoreId store, LocalDate date) {
        return jdbc.sql(
                        "SELECT * FROM till_shift WHERE store_id = ? AND business_date = ? ORDER BY closed_at, id LIMIT 200")
                .params(store.value(), date)
                .query(this::shift)
                .list();
    }

    /** The shifts of a store that are not closed yet; at most 200. */
    List<Shift> unfinished(StoreId store) {
        return jdbc.sql("SELECT * FROM till_shift WHERE store_id = ? AND status <> 'CLOSED' ORDER BY id LIMIT 200")
                .param(store.value())
                .query(this::shift)
                .list();
    }

    void insert(Shift shift) {
        int ignored = jdbc.sql("""
                        INSERT INTO till_shift (id, till_id, store_id, status, open_till_id, opening_minor, opened_by,
                            opened_at, counts)
                        VALUES (?, ?, ?, 'OPEN', ?, ?, ?, ?, '[]')
                        """)
                .params(
                        shift.id(),
                        shift.tillId(),
                        shift.store().value(),
                        shift.tillId(),
                        shift.openingMinor(),
                        shift.openedBy().value(),
                        Timestamp.from(shift.openedAt()))
                .update();
    }

    /** The drawer was counted; nothing moves in the shift any more. */
    void counted(Shift before, ShiftStatus next, long expected, long counted, List<Count> counts) {
        int changed = jdbc.sql("""
                        UPDATE till_shift SET status = ?, open_till_id = NULL, expected_minor = ?, counted_minor = ?,
                            counts = ?
                        WHERE id = ? AND status = ?
                        """)
                .params(
                        next.name(),
                        expected,
                        counted,
                        json.writeValueAsString(counts),
                        before.id(),
                        before.status().name())
                .update();
        Guard.one(changed, () -> stale(before));
    }

    void closed(Shift before, StaffId by, Instant at, LocalDate date, long z, @Nullable String note) {
        int changed = jdbc.sql("""
                        UPDATE till_shift SET status = 'CLOSED', open_till_id = NULL, closed_by = ?, closed_at = ?,
                            business_date = ?, z_number = ?, note = ?
                        WHERE id = ? AND status = 'COUNTED' AND z_number IS NULL
                        """)
                .param(by.value())
                .param(Timestamp.from(at))
                .param(date)
                .param(z)
                .param(note)
                .param(before.id())
                .update();
        Guard.one(changed, () -> stale(before));
    }

    /** Books what has not been booked yet; a cause that is known changes nothing. */
    void book(List<ShiftEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        int[] ignored =
                batches.batchUpdate("""
                INSERT INTO shift_entry (id, shift_id, kind, tender_kind, amount_minor, order_id, refund_id, cause_type,
                    cause_id, reason, staff_id, booked_at, business_date)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE id = id
                """, entries.stream().map(Shifts::values).toList());
    }

    /** What the drawer should hold: read under the shift's lock it misses nothing and no entry follows unseen. */
    long cashIn(long shift) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(amount_minor), 0) FROM shift_entry
                        WHERE shift_id = ? AND tender_kind = 'CASH' LOCK IN SHARE MODE
                        """).param(shift).query(Long.class).single();
    }

    private static @Nullable Object[] values(ShiftEntry entry) {
        return new @Nullable Object[] {
            Ids.next(),
            entry.shift(),
            entry.kind().name(),
            entry.tenderKind(),
            entry.amountMinor(),
            entry.order(),
            entry.refund(),
            entry.causeType(),
            entry.causeId(),
            entry.reason(),
            entry.staff() == null ? null : entry.staff().value(),
            Timestamp.from(entry.at()),
            entry.businessDate()
        };
    }

    private Shift shift(ResultSet row, int n) throws SQLException {
        Long closedBy = row.getObject("closed_by", Long.class);
        Timestamp closedAt = row.getTimestamp("closed_at");
        return new Shift(
                row.getLong("id"),
                row.getLong("till_id"),
                StoreId.of(row.getLong("store_id")),
                ShiftStatus.valueOf(row.getString("status")),
                row.getLong("opening_minor"),
                StaffId.of(row.getLong("opened_by")),
                row.getTimestamp("opened_at").toInstant(),
                row.getObject("expected_minor", Long.class),
                row.getObject("counted_minor", Long.class),
                json.readValue(row.getString("counts"), COUNTS),
                row.getString("note"),
                closedBy == null ? null : StaffId.of(closedBy),
                closedAt == null ? null : closedAt.toInstant(),
                row.getObject("business_date", LocalDate.class),
                row.getObject("z_number", Long.class));
    }

    private static ConcurrencyFailureException stale(Shift shift) {
        return new ConcurrencyFailureException("shift " + shift.id() + " changed meanwhile");
    }

    /** Whether the cash of this order was handed back already. */
    boolean isHandedBack(OrderId order) {
        return jdbc.sql("SELECT COUNT(*) FROM shift_entry WHERE order_id = ? AND kind = 'HANDED_BACK'")
                        .param(order.value())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
