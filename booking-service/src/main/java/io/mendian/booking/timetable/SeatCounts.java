package io.mendian.booking.timetable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes seats of many classes in one guarded statement. */
@Component
class SeatCounts {

    private final JdbcClient jdbc;

    SeatCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of the classes are open and had as many seats left as were wanted; the others are as they were. */
    int occupy(Map<Long, Integer> seats) {
        String wanted = "CASE id" + " WHEN ? THEN ?".repeat(seats.size()) + " END";
        List<Object> pairs = new ArrayList<>();
        seats.forEach((id, count) -> Collections.addAll(pairs, id, count));
        return jdbc.sql("UPDATE class_session SET occupied = occupied + " + wanted + " WHERE id IN ("
                        + String.join(", ", Collections.nCopies(seats.size(), "?"))
                        + ") AND state = 'OPEN' AND occupied + "
                        + wanted + " <= capacity")
                .params(pairs)
                .params(List.copyOf(seats.keySet()))
                .params(pairs)
                .update();
    }
}
