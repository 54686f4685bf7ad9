package io.mendian.order.history;

import io.mendian.kernel.OrderId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code history_sale}; UNIQUE (source, external_ref) decides who was first. */
@Repository
class HistorySales {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    HistorySales(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is stored under an old number. */
    record Stored(OrderId id, byte[] contentHash) {}

    /** Inserts those whose number is new, leaves the others as they are. */
    void insertNew(String source, List<HistorySaleRow> rows) {
        String values = String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        Timestamp now = Timestamp.from(clock.instant());
        List<@Nullable Object> parameters = new ArrayList<>(rows.size() * 13);
        for (HistorySaleRow row : rows) {
            HistorySale sale = row.sale();
            parameters.add(row.id().value());
            parameters.add(source);
            parameters.add(sale.externalRef());
            parameters.add(row.contentHash());
            parameters.add(sale.storeId().value());
            parameters.add(sale.memberKey() == null ? null : sale.memberKey().value());
            parameters.add(sale.memberExternalRef());
            parameters.add(sale.businessDate());
            parameters.add(Timestamp.from(row.soldAt()));
            parameters.add(sale.pieces());
            parameters.add(sale.amountMinor());
            parameters.add(sale.currency());
            parameters.add(now);
        }
        jdbc.update("""
                INSERT INTO history_sale (id, source, external_ref, content_hash, store_id, member_key,
                    member_external_ref, business_date, sold_at, pieces, amount_minor, currency, taken_at)
                VALUES\s""" + values + " ON DUPLICATE KEY UPDATE id = id", parameters.toArray());
    }

    /** What is stored under these numbers, read past any snapshot: another batch may have committed meanwhile. */
    Map<String, Stored> stored(String source, List<String> externalRefs) {
        String marks = String.join(", ", Collections.nCopies(externalRefs.size(), "?"));
        List<Object> parameters = new ArrayList<>(externalRefs.size() + 1);
        parameters.add(source);
        parameters.addAll(externalRefs);
        Map<String, Stored> stored = new HashMap<>();
        jdbc.query(
                "SELECT external_ref, id, content_hash FROM history_sale WHERE source = ? AND external_ref IN (" + marks
                        + ") LOCK IN SHARE MODE",
                row -> {
                    stored.put(row.getString(1), new Stored(OrderId.of(row.getLong(2)), row.getBytes(3)));
                },
                parameters.toArray());
        return stored;
    }
}
