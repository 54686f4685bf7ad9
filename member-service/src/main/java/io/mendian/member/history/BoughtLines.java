package io.mendian.member.history;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lines of orders as the consumption record tells of them, returns taken off. */
@Component
public class BoughtLines {

    private static final TypeReference<List<RecordedLine>> LINES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    BoughtLines(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Entry(boolean purchase, boolean takenOver, long store, Instant at, List<RecordedLine> lines) {}

    /** A line of one of the member's own orders; of what another system sold nothing is known by line. */
    public Optional<BoughtLine> find(MemberKey member, long orderId, String lineId) {
        List<Entry> entries = jdbc.query(
                """
                SELECT kind, taken_over, store_id, happened_at, item_lines FROM consumption_record
                WHERE member_key = ? AND order_id = ?
                """,
                (row, n) -> new Entry(
                        row.getString(1).equals("PURCHASE"),
                        row.getBoolean(2),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant(),
                        json.readValue(row.getString(5), LINES)),
                member.value(),
                orderId);
        return entries.stream()
                .filter(entry -> entry.purchase && !entry.takenOver)
                .findFirst()
                .flatMap(purchase -> bought(purchase, entries, lineId));
    }

    private static Optional<BoughtLine> bought(Entry purchase, List<Entry> entries, String lineId) {
        long left = entries.stream()
                .flatMap(entry -> entry.lines.stream())
                .filter(line -> lineId.equals(line.lineId()))
                .mapToLong(RecordedLine::quantity)
                .sum();
        return purchase.lines.stream()
                .filter(line -> lineId.equals(line.lineId()) && line.skuId() != null)
                .findFirst()
                .map(line -> new BoughtLine(
                        StoreId.of(purchase.store),
                        SkuId.of(Long.parseLong(String.valueOf(line.skuId()))),
                        line.name(),
                        purchase.at,
                        Boolean.TRUE.equals(line.reviewable()),
                        left));
    }
}
