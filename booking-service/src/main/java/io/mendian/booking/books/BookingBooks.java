package io.mendian.booking.books;

import io.mendian.runtime.books.Invariant;
import io.mendian.runtime.books.Invariants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The invariants of this service's tables, each one statement and so one consistent view of the data. */
@Configuration(proxyBeanMethods = false)
class BookingBooks {

    @Bean
    Invariants bookingInvariants() {
        return Invariants.of(
                new Invariant(
                        "I17 occupied = live bookings <= capacity",
                        "class session",
                        "SELECT COUNT(*) FROM class_session",
                        """
                    SELECT CONCAT(x.id, ' occupied ', x.occupied, ' booked ', x.booked, ' of ', x.capacity)
                    FROM (SELECT s.id, s.occupied, s.capacity,
                            (SELECT COUNT(*) FROM booking b WHERE b.session_id = s.id AND b.cancelled = 0) AS booked
                          FROM class_session s) x
                    WHERE x.occupied <> x.booked OR x.occupied > x.capacity
                    """),
                new Invariant(
                        "I17 nobody is booked twice in a class",
                        "class session and member",
                        "SELECT COUNT(*) FROM booking WHERE kind = 'CLASS'",
                        """
                    SELECT CONCAT(b.session_id, ' member ', b.member_key) FROM booking b
                    WHERE b.session_id IS NOT NULL AND b.state <> 'CANCELLED'
                    GROUP BY b.session_id, b.member_key HAVING COUNT(*) > 1
                    """),
                new Invariant(
                        "I17 no person, room or member is taken twice at a time",
                        "allocation",
                        "SELECT COUNT(*) FROM allocation",
                        """
                    SELECT CONCAT(a.unit_kind, ' ', a.unit_id, ': ', a.owner_id, ' and ', b.owner_id)
                    FROM allocation a JOIN allocation b ON b.unit_kind = a.unit_kind AND b.unit_id = a.unit_id
                      AND b.owner_id > a.owner_id AND b.from_at < a.to_at AND a.from_at < b.to_at
                    """),
                new Invariant(
                        "I17 what is taken belongs to a live booking or class, and the other way round",
                        "booking or class session",
                        "SELECT (SELECT COUNT(*) FROM booking) + (SELECT COUNT(*) FROM class_session)",
                        """
                    SELECT CONCAT(x.owner_id, ' ', x.what) FROM (
                        SELECT a.owner_id, 'took without a booking' AS what FROM allocation a
                        LEFT JOIN booking b ON b.id = a.owner_id AND b.cancelled = 0
                        LEFT JOIN class_session s ON s.id = a.owner_id AND s.state = 'OPEN'
                        WHERE b.id IS NULL AND s.id IS NULL
                        UNION ALL
                        SELECT b.id, 'took nobody' FROM booking b
                        WHERE b.kind = 'APPOINTMENT' AND b.cancelled = 0 AND NOT EXISTS (
                            SELECT 1 FROM allocation a WHERE a.owner_id = b.id AND a.unit_kind = 'STAFF'
                              AND a.unit_id = b.staff_id AND a.from_at = b.starts_at AND a.to_at = b.ends_at)
                        UNION ALL
                        SELECT l.owner_id, 'took other slices than its time' FROM allocation_slice l
                        LEFT JOIN allocation a ON a.owner_id = l.owner_id AND a.unit_kind = l.unit_kind
                          AND a.unit_id = l.unit_id
                        GROUP BY l.owner_id, l.unit_kind, l.unit_id
                        HAVING MIN(a.owner_id) IS NULL
                          OR COUNT(*) <> CEIL(TIMESTAMPDIFF(SECOND, MIN(a.from_at), MIN(a.to_at)) / 300)) x
                    """));
    }
}
