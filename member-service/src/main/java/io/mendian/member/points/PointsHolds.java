package io.mendian.member.points;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What holds take of members' lots. Every change carries its guard. */
@Repository
class PointsHolds {

    private final JdbcTemplate jdbc;

    PointsHolds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void hold(long holdId, PointsLot lot, long points, Instant now) {
        PointsLots.one(
                jdbc.update(
                        "UPDATE points_lot SET held = held + ? WHERE id = ? AND remaining - held >= ? AND expires_at >"
                                + " ?",
                        points,
                        lot.id(),
                        points,
                        Timestamp.from(now)),
                lot.id());
        jdbc.update("INSERT INTO points_hold_lot (hold_id, lot_id, points) VALUES (?, ?, ?)", holdId, lot.id(), points);
    }

    /** Turns a hold's points into spent ones; gives their number. */
    long spendHeld(long holdId) {
        Held held = held(holdId);
        all(held, jdbc.update("""
            UPDATE points_lot l JOIN points_hold_lot h ON h.lot_id = l.id
            SET l.remaining = l.remaining - h.points, l.held = l.held - h.points
            WHERE h.hold_id = ? AND l.held >= h.points
            """, holdId));
        return held.points();
    }

    /** What a hold took of a lot that expires then. */
    record Part(long lotId, long points, Instant expiresAt) {

        Part until(Instant later) {
            return new Part(lotId, points, later);
        }
    }

    /** Of what a hold spent, so many points that come back: those that expire last first. Throws when it took fewer. */
    List<Part> giveBack(long holdId, long points) {
        List<Part> spent = jdbc.query(
                """
                SELECT l.id, h.points - h.returned, l.expires_at FROM points_hold_lot h JOIN points_lot l ON l.id = h.lot_id
                WHERE h.hold_id = ? AND h.returned < h.points ORDER BY l.expires_at DESC, l.id DESC FOR UPDATE
                """,
                (row, n) -> new Part(
                        row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant()),
                holdId);
        List<Part> back = new ArrayList<>();
        long left = points;
        for (Part part : spent) {
            long some = Math.min(left, part.points());
            if (some > 0) {
                PointsLots.one(jdbc.update("""
                    UPDATE points_hold_lot SET returned = returned + ?
                    WHERE hold_id = ? AND lot_id = ? AND returned + ? <= points
                    """, some, holdId, part.lotId(), some), part.lotId());
                back.add(new Part(part.lotId(), some, part.expiresAt()));
                left -= some;
            }
        }
        if (left != 0) {
            throw new IllegalStateException("more points would come back than hold " + holdId + " took");
        }
        return back;
    }

    /** The parts of a hold, earliest expiry first. */
    List<Part> parts(long holdId) {
        return jdbc.query(
                """
                SELECT l.id, h.points, l.expires_at FROM points_hold_lot h JOIN points_lot l ON l.id = h.lot_id
                WHERE h.hold_id = ? ORDER BY l.expires_at, l.id
                """,
                (row, n) -> new Part(
                        row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant()),
                holdId);
    }

    /** Frees a hold's points; gives their number. */
    long free(long holdId) {
        Held held = held(holdId);
        all(held, jdbc.update("""
            UPDATE points_lot l JOIN points_hold_lot h ON h.lot_id = l.id
            SET l.held = l.held - h.points
            WHERE h.hold_id = ? AND l.held >= h.points
            """, holdId));
        jdbc.update("DELETE FROM points_hold_lot WHERE hold_id = ?", holdId);
        return held.points();
    }

    private record Held(long holdId, int lots, long points) {}

    private Held held(long holdId) {
        return jdbc.query(
                        "SELECT COUNT(*), COALESCE(SUM(points), 0) FROM points_hold_lot WHERE hold_id = ?",
                        (row, n) -> new Held(holdId, row.getInt(1), row.getLong(2)),
                        holdId)
                .getFirst();
    }

    private static void all(Held held, int rows) {
        if (rows != held.lots()) {
            throw new IllegalStateException("hold " + held.holdId() + " lost some of its points");
        }
    }
}
