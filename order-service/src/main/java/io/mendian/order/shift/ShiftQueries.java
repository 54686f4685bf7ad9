package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import io.mendian.runtime.problem.CommonProblem;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of shifts. A shift of another store is missing. */
@Component
public class ShiftQueries {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Shifts shifts;
    private final Tills tills;
    private final ZReports zReports;
    private final TakingsQueries takings;
    private final TipQueries tips;
    private final JdbcClient jdbc;
    private final String currency;

    ShiftQueries(
            Shifts shifts,
            Tills tills,
            ZReports zReports,
            TakingsQueries takings,
            TipQueries tips,
            JdbcClient jdbc,
            @Value("${mendian.currency}") String currency) {
        this.shifts = shifts;
        this.tills = tills;
        this.zReports = zReports;
        this.takings = takings;
        this.tips = tips;
        this.jdbc = jdbc;
        this.currency = currency;
    }

    /** The X report of a running shift, the Z report of a closed one. */
    public ShiftReport require(StoreId store, long id) {
        Shift shift =
                shifts.find(id).filter(found -> found.store().equals(store)).orElseThrow(CommonProblem.NOT_FOUND::with);
        return zReports.of(id).orElseGet(() -> report(shift));
    }

    /** The open shift of a till, or of the default till. */
    public ShiftReport current(StoreId store, @Nullable String tillId) {
        Till till = tills.require(store, tillId);
        return report(
                shifts.openAt(till.id()).orElseThrow(() -> ShiftProblem.SHIFT_NOT_OPEN.with("till", till.name())));
    }

    public List<ShiftSummary> page(StoreId store, @Nullable Long before, int limit) {
        return shifts.page(store, before, limit).stream().map(ShiftSummary::of).toList();
    }

    /** The shifts that closed on a business date. */
    public List<ShiftSummary> closedOn(StoreId store, LocalDate date) {
        return shifts.closedOn(store, date).stream().map(ShiftSummary::of).toList();
    }

    /** The shifts that have not ended yet. */
    public List<ShiftSummary> unfinished(StoreId store) {
        return shifts.unfinished(store).stream().map(ShiftSummary::of).toList();
    }

    /** Cash paid in and out on a business date, as their sum. */
    public long cashMoved(StoreId store, LocalDate date) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(e.amount_minor), 0) FROM shift_entry e JOIN till_shift s ON s.id = e.shift_id
                        WHERE s.store_id = ? AND e.business_date = ? AND e.kind IN ('PAID_IN', 'PAID_OUT')
                        """).params(store.value(), date).query(Long.class).single();
    }

    String localTime(Stores stores, Shift shift) {
        return stores.find(shift.store())
                .map(Store::day)
                .map(day -> TIME.format(shift.openedAt().atZone(day.zone())))
                .orElse("");
    }

    ShiftReport report(Shift shift) {
        Map<String, Long> cash = new HashMap<>();
        Map<String, Long> in = new TreeMap<>();
        Map<String, Long> out = new TreeMap<>();
        jdbc.sql("""
                        SELECT kind, tender_kind, SUM(amount_minor) FROM shift_entry
                        WHERE shift_id = ? AND tender_kind IS NOT NULL GROUP BY kind, tender_kind
                        """).param(shift.id()).query(row -> {
            String kind = row.getString(1);
            String tender = row.getString(2);
            long sum = row.getLong(3);
            if (tender.equals("CASH")) {
                cash.put(kind, sum);
            }
            switch (ShiftEntry.Kind.valueOf(kind)) {
                case RECEIPT -> in.merge(tender, sum, Math::addExact);
                case HANDED_BACK, REFUND -> out.merge(tender, -sum, Math::addExact);
                case OPENING, PAID_IN, PAID_OUT, SALE, RETURN, TIP, TIP_BACK -> {
                    // not a payment of a sale
                }
            }
        });
        Till till = tills.find(shift.tillId()).orElseThrow();
        return new ShiftReport(
                Long.toString(shift.id()),
                till.tillId(),
                till.name(),
                shift.zNumber(),
                shift.store(),
                currency,
                shift.status(),
                shift.status() == ShiftStatus.COUNTED,
                shift.openedBy(),
                shift.openedAt(),
                shift.closedBy(),
                shift.closedAt(),
                shift.businessDate(),
                drawer(shift, cash),
                TakingsQueries.tenders(in, out),
                takings.ofShift(shift.id()),
                tips.ofShift(shift.id()),
                movements(shift.id()),
                shift.counts(),
                shift.note());
    }

    private static ShiftReport.Cash drawer(Shift shift, Map<String, Long> cash) {
        long expected = cash.values().stream().mapToLong(Long::longValue).sum();
        Long counted = shift.countedMinor();
        return new ShiftReport.Cash(
                cash.getOrDefault("OPENING", 0L),
                cash.getOrDefault("RECEIPT", 0L),
                -cash.getOrDefault("HANDED_BACK", 0L),
                -cash.getOrDefault("REFUND", 0L),
                cash.getOrDefault("PAID_IN", 0L),
                -cash.getOrDefault("PAID_OUT", 0L),
                cash.getOrDefault("TIP", 0L) + cash.getOrDefault("TIP_BACK", 0L),
                expected,
                counted,
                counted == null ? null : counted - expected);
    }

    private List<ShiftReport.Movement> movements(long shift) {
        return jdbc.sql("""
                        SELECT amount_minor, reason, staff_id, booked_at FROM shift_entry
                        WHERE shift_id = ? AND kind IN ('PAID_IN', 'PAID_OUT') ORDER BY id DESC LIMIT 200
                        """)
                .param(shift)
                .query((row, n) -> new ShiftReport.Movement(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, Long.class) == null ? null : StaffId.of(row.getLong(3)),
                        row.getTimestamp(4).toInstant()))
                .list();
    }
}
