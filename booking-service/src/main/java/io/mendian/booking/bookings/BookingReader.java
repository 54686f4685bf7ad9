package io.mendian.booking.bookings;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads bookings with the names that go with them in one statement. */
@Component
class BookingReader {

    private static final String BOOKING = """
            SELECT b.*, v.name AS service_name, r.name AS resource_name, p.name AS place_name
            FROM booking b
            LEFT JOIN service_copy v ON v.sku_id = b.service_sku_id
            LEFT JOIN resource r ON r.id = b.resource_id
            LEFT JOIN resource p ON p.id = b.place_id
            """;

    private final JdbcClient jdbc;

    BookingReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BookingView> find(long id) {
        return jdbc.sql(BOOKING + " WHERE b.id = ?")
                .params(id)
                .query(BookingReader::view)
                .optional();
    }

    List<BookingView> ofMember(MemberKey member, Instant before, int limit) {
        return jdbc.sql(BOOKING + """
                         WHERE b.member_key = ? AND b.starts_at < ? ORDER BY b.starts_at DESC, b.id LIMIT ?
                        """)
                .params(member.value(), Timestamp.from(before), limit)
                .query(BookingReader::view)
                .list();
    }

    List<BookingView> ofStore(StoreId store, Instant from, Instant to, int limit) {
        return jdbc.sql(BOOKING + """
                         WHERE b.store_id = ? AND b.starts_at >= ? AND b.starts_at < ? ORDER BY b.starts_at, b.id LIMIT ?
                        """)
                .params(store.value(), Timestamp.from(from), Timestamp.from(to), limit)
                .query(BookingReader::view)
                .list();
    }

    List<BookingView> ofStaff(StaffId staff, StoreId store, Instant from, Instant to, int limit) {
        return jdbc.sql(BOOKING + """
                         WHERE b.staff_id = ? AND b.store_id = ? AND b.starts_at >= ? AND b.starts_at < ?
                         ORDER BY b.starts_at, b.id LIMIT ?
                        """)
                .params(staff.value(), store.value(), Timestamp.from(from), Timestamp.from(to), limit)
                .query(BookingReader::view)
                .list();
    }

    private static BookingView view(ResultSet row, int n) throws SQLException {
        SkuId service = SkuId.of(row.getLong("service_sku_id"));
        Long staff = number(row, "staff_id");
        return new BookingView(
                row.getString("id"),
                BookingKind.valueOf(row.getString("kind")),
                BookingStatus.valueOf(row.getString("state")),
                StoreId.of(row.getLong("store_id")),
                MemberKey.of(row.getLong("member_key")),
                service,
                Objects.requireNonNullElse(row.getString("service_name"), service.text()),
                row.getString("session_id"),
                row.getString("resource_id"),
                row.getString("resource_name"),
                row.getString("place_name"),
                staff == null ? null : StaffId.of(staff),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getTimestamp("cancel_until").toInstant(),
                row.getBoolean("walk_in"),
                row.getTimestamp("made_at").toInstant(),
                instant(row, "cancelled_at"),
                row.getString("cancel_reason"),
                instant(row, "checked_in_at"),
                row.getString("card_id"),
                number(row, "uses_left"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
