package io.mendian.member.history;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.TypedId;
import io.mendian.runtime.problem.CommonProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads of the consumption record. */
@Component
public class HistoryQueries {

    private static final TypeReference<List<RecordedLine>> LINES = new TypeReference<>() {};
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HistoryQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Where a page begins: after the row of this instant and id. Its text is microseconds and id. */
    private record Cursor(Instant at, long id) {

        static Cursor parse(@Nullable String text) {
            if (text == null) {
                return new Cursor(END_OF_TIME, Long.MAX_VALUE);
            }
            if (!text.matches("-?\\d{1,18}-" + TypedId.PATTERN)) {
                throw CommonProblem.INVALID_REQUEST.with("reason", "cursor is not one of ours");
            }
            int dash = text.lastIndexOf('-');
            Instant at = Instant.EPOCH.plus(Long.parseLong(text.substring(0, dash)), ChronoUnit.MICROS);
            return new Cursor(at, Long.parseLong(text.substring(dash + 1)));
        }

        String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
        }
    }

    private record Found(Cursor cursor, HistoryPage.Entry entry) {}

    /** A page of at most {@code limit} rows older than {@code cursor}. */
    public HistoryPage page(MemberKey member, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor);
        List<Found> found = jdbc.sql("""
                        SELECT * FROM consumption_record
                        WHERE member_key = ? AND (happened_at < ? OR (happened_at = ? AND id < ?))
                        ORDER BY happened_at DESC, id DESC LIMIT ?
                        """)
                .params(member.value(), Timestamp.from(from.at()), Timestamp.from(from.at()), from.id(), limit)
                .query(this::found)
                .list();
        return new HistoryPage(
                found.stream().map(Found::entry).toList(),
                found.size() < limit ? null : found.getLast().cursor().text());
    }

    private Found found(ResultSet row, int n) throws SQLException {
        Instant at = row.getTimestamp("happened_at").toInstant();
        return new Found(
                new Cursor(at, row.getLong("id")),
                new HistoryPage.Entry(
                        row.getString("kind"),
                        row.getString("order_id"),
                        row.getString("order_no"),
                        row.getString("reference"),
                        row.getString("store_id"),
                        row.getString("channel"),
                        row.getObject("business_date", LocalDate.class),
                        at,
                        row.getLong("amount_minor"),
                        row.getString("currency"),
                        row.getLong("items"),
                        json.readValue(row.getString("item_lines"), LINES)));
    }
}
