package io.mendian.member.level;

import io.mendian.member.level.SimulationView.Direction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells what a change of the ladder would do before it goes live: one statement over all standings, and no write. It finds
 * what {@link ReviewLevels} would make of everybody at this instant.
 */
@Component
public class SimulateLadder {

    private static final int MOST_SECONDS = 60;

    private final Ladders ladders;
    private final LevelCalendar calendar;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SimulateLadder(Ladders ladders, LevelCalendar calendar, JdbcTemplate jdbc, Clock clock) {
        this.ladders = ladders;
        this.calendar = calendar;
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setQueryTimeout(MOST_SECONDS);
        this.clock = clock;
    }

    private record Found(String from, int rung, long member, long count) {}

    /** Terms left out are those in force. */
    public SimulationView simulate(@Nullable LadderTerms terms, List<Level> levels) {
        Ladder current = ladders.current();
        Ladder next = Ladder.checked(current.version() + 1, terms == null ? current.terms() : terms, levels);
        List<Found> found = jdbc.query(
                SimulationSql.of(next, calendar.dateOf(clock.instant())),
                (row, n) -> new Found(row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4)));
        Map<String, SimulationView.Move> moves = new LinkedHashMap<>();
        for (Found one : found) {
            String to = next.levels().get(one.rung()).code();
            moves.computeIfAbsent(
                            one.from() + ">" + to,
                            key -> new SimulationView.Move(
                                    one.from(), to, direction(next, one), one.count(), new ArrayList<>()))
                    .sample()
                    .add(Long.toString(one.member()));
        }
        return view(moves.values().stream()
                .sorted(Comparator.comparing(SimulationView.Move::direction)
                        .thenComparing(SimulationView.Move::members, Comparator.reverseOrder()))
                .toList());
    }

    private static Direction direction(Ladder next, Found found) {
        if (next.find(found.from()).isEmpty()) {
            return Direction.RENAMED;
        }
        int before = next.rung(found.from());
        return before == found.rung() ? Direction.SAME : before < found.rung() ? Direction.RISE : Direction.DROP;
    }

    private static SimulationView view(List<SimulationView.Move> moves) {
        long drops = count(moves, Direction.DROP);
        long rises = count(moves, Direction.RISE);
        long all = moves.stream().mapToLong(SimulationView.Move::members).sum();
        String text = drops + " 位会员会降级，" + rises + " 位会员会升级";
        return new SimulationView(all, rises, drops, count(moves, Direction.SAME), text, moves);
    }

    private static long count(List<SimulationView.Move> moves, Direction direction) {
        return moves.stream()
                .filter(move -> move.direction() == direction)
                .mapToLong(SimulationView.Move::members)
                .sum();
    }
}
