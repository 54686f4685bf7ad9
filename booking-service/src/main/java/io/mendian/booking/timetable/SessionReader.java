package io.mendian.booking.timetable;

import io.mendian.booking.place.BookingRule;
import io.mendian.booking.resource.Resource;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sessions with their series, service, store, coach and room in one statement. */
@Component
class SessionReader {

    private static final String SESSION = """
            SELECT s.id, s.series_id, s.day, s.store_id, s.service_sku_id, s.coach_id, s.room_id, s.starts_at, s.ends_at,
                s.capacity, s.occupied, s.state, c.name, c.class_kind, c.opens_days_before, c.closes_minutes_before,
                c.cancel_minutes_before, c.walk_in, c.card_use, t.zone, v.name AS service_name,
                p.name AS coach_name, p.staff_id AS coach_staff, r.name AS room_name
            FROM class_session s
            JOIN class_series c ON c.id = s.series_id
            JOIN store_copy t ON t.store_id = s.store_id
            JOIN service_copy v ON v.sku_id = s.service_sku_id
            LEFT JOIN resource p ON p.id = s.coach_id
            LEFT JOIN resource r ON r.id = s.room_id
            """;

    private final JdbcClient jdbc;

    SessionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Session> find(long id) {
        return jdbc.sql(SESSION + " WHERE s.id = ?")
                .params(id)
                .query(SessionReader::session)
                .optional();
    }

    List<Session> find(Collection<Long> ids) {
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return jdbc.sql(SESSION + " WHERE s.id IN (" + marks + ")")
                .params(List.copyOf(ids))
                .query(SessionReader::session)
                .list();
    }

    List<Session> ofStore(StoreId store, Instant from, Instant to) {
        return jdbc.sql(SESSION + """
                         WHERE s.store_id = ? AND s.starts_at >= ? AND s.starts_at < ? ORDER BY s.starts_at, s.id LIMIT 200
                        """)
                .params(store.value(), Timestamp.from(from), Timestamp.from(to))
                .query(SessionReader::session)
                .list();
    }

    private static Session session(ResultSet row, int n) throws SQLException {
        return new Session(
                row.getLong("id"),
                row.getLong("series_id"),
                row.getString("name"),
                ClassKind.valueOf(row.getString("class_kind")),
                StoreId.of(row.getLong("store_id")),
                ZoneId.of(row.getString("zone")),
                SkuId.of(row.getLong("service_sku_id")),
                row.getString("service_name"),
                row.getObject("day", Date.class).toLocalDate(),
                named(row, "coach_id", "coach_name", staff(row)),
                named(row, "room_id", "room_name", null),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getInt("capacity"),
                row.getInt("occupied"),
                SessionState.valueOf(row.getString("state")),
                new BookingRule(
                        row.getInt("opens_days_before"),
                        row.getInt("closes_minutes_before"),
                        row.getInt("cancel_minutes_before"),
                        row.getBoolean("card_use")),
                row.getBoolean("walk_in"));
    }

    private static @Nullable StaffId staff(ResultSet row) throws SQLException {
        long staff = row.getLong("coach_staff");
        return row.wasNull() ? null : StaffId.of(staff);
    }

    private static Resource.@Nullable Named named(ResultSet row, String id, String name, @Nullable StaffId staff)
            throws SQLException {
        String text = row.getString(name);
        return text == null ? null : new Resource.Named(row.getLong(id), text, staff);
    }
}
