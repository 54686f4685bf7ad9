package io.mendian.booking.resource;

import io.mendian.kernel.TimeSlot;
import io.mendian.runtime.problem.ProblemException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is taken when, in slices of five minutes. A slice of a unit has one owner by primary key, so no unit is ever taken
 * twice at a time, whoever asks and in whatever order.
 */
@Component
public class Allocations {

    private static final long SLICE_SECONDS = 300;
    private static final Map<Unit.Kind, ResourceProblem> TAKEN = Map.of(
            Unit.Kind.STAFF, ResourceProblem.STAFF_TAKEN,
            Unit.Kind.PLACE, ResourceProblem.PLACE_TAKEN,
            Unit.Kind.MEMBER, ResourceProblem.MEMBER_TAKEN);

    private final JdbcTemplate jdbc;

    Allocations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes all units for the owner, or throws what is taken. Units in their order, slices by time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(long owner, Collection<Unit> units, TimeSlot slot) {
        for (Unit unit : new TreeSet<>(units)) {
            List<Object[]> rows = new ArrayList<>();
            for (long slice = firstSlice(slot); slice < endSlice(slot); slice++) {
                rows.add(new Object[] {unit.kind().name(), unit.id(), slice, owner});
            }
            try {
                jdbc.batchUpdate(
                        "INSERT INTO allocation_slice (unit_kind, unit_id, slice, owner_id) VALUES (?, ?, ?, ?)", rows);
            } catch (DuplicateKeyException e) {
                throw taken(unit);
            }
            jdbc.update(
                    "INSERT INTO allocation (owner_id, unit_kind, unit_id, from_at, to_at) VALUES (?, ?, ?, ?, ?)",
                    owner,
                    unit.kind().name(),
                    unit.id(),
                    Timestamp.from(slot.from()),
                    Timestamp.from(slot.to()));
        }
    }

    /** Frees everything the owner had taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(long owner) {
        jdbc.update("DELETE FROM allocation_slice WHERE owner_id = ?", owner);
        jdbc.update("DELETE FROM allocation WHERE owner_id = ?", owner);
    }

    private record Taken(Unit unit, TimeSlot slot) {}

    /** When each unit is taken within a span. */
    Map<Unit, List<TimeSlot>> taken(Collection<Unit> units, TimeSlot span) {
        String pairs = String.join(", ", Collections.nCopies(units.size(), "(?, ?)"));
        List<Object> parameters = new ArrayList<>();
        units.forEach(unit -> parameters.addAll(List.of(unit.kind().name(), unit.id())));
        parameters.add(Timestamp.from(span.from()));
        parameters.add(Timestamp.from(span.to()));
        return jdbc
                .query(
                        "SELECT unit_kind, unit_id, from_at, to_at FROM allocation WHERE (unit_kind, unit_id) IN ("
                                + pairs + ") AND to_at > ? AND from_at < ? ORDER BY from_at",
                        (row, n) -> new Taken(
                                new Unit(Unit.Kind.valueOf(row.getString(1)), row.getLong(2)),
                                new TimeSlot(
                                        row.getTimestamp(3).toInstant(),
                                        roundedUp(row.getTimestamp(4).toInstant()))),
                        parameters.toArray())
                .stream()
                .collect(Collectors.groupingBy(Taken::unit, Collectors.mapping(Taken::slot, Collectors.toList())));
    }

    /** The end of the last slice; a service of 52 minutes blocks 55. */
    private static Instant roundedUp(Instant to) {
        return Instant.ofEpochSecond(Math.ceilDiv(to.getEpochSecond(), SLICE_SECONDS) * SLICE_SECONDS);
    }

    private static long firstSlice(TimeSlot slot) {
        return Math.floorDiv(slot.from().getEpochSecond(), SLICE_SECONDS);
    }

    private static long endSlice(TimeSlot slot) {
        return Math.ceilDiv(slot.to().getEpochSecond(), SLICE_SECONDS);
    }

    private static ProblemException taken(Unit unit) {
        return Objects.requireNonNull(TAKEN.get(unit.kind())).with();
    }
}
