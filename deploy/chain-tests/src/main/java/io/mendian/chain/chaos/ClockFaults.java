package io.mendian.chain.chaos;

import io.mendian.chain.ChainUnderTest;
import io.mendian.supervisor.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * F18: the clock that the programs ask. The JVM's own timers and the servers' clocks are not moved. What goes back goes
 * back by less than anything waits for; what goes ahead for good takes tokens and holds with it.
 */
final class ClockFaults {

    private static final int HOURS_2 = 7_200;
    private static final int LONG = 600;
    private static final int BEFORE_MIDNIGHT = 5;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static long moved;

    private ClockFaults() {}

    static List<Fault> all(Arena arena) {
        return List.of(
                one(arena, Part.ORDER, 40),
                one(arena, Part.ORDER, -40),
                one(arena, Part.INVENTORY, 300),
                one(arena, Part.MARKETING, -50),
                one(arena, Part.ORDER, -HOURS_2),
                one(arena, Part.MARKETING, HOURS_2),
                new Fault(
                        "F18 midnight passes for all clocks",
                        BEFORE_MIDNIGHT * 2_000,
                        () -> {
                            arena.calm();
                            all(arena, secondsToMidnight(arena.chain) - BEFORE_MIDNIGHT);
                        },
                        () -> arena.note("it is " + arena.chain.now().atZone(SHANGHAI))),
                new Fault("F18 all clocks go 90 s back, for good", 2_000, () -> all(arena, -90), () -> {}),
                new Fault(
                        "F18 all clocks 2 h ahead, two parts killed, all clocks 30 s back, for good",
                        3_000,
                        () -> {
                            // who waits for a payment now would wait for one that is too late
                            arena.calm();
                            all(arena, HOURS_2);
                            arena.kill(Part.ORDER);
                            arena.kill(Part.MEMBER);
                        },
                        () -> {
                            all(arena, -30);
                            arena.chain.up();
                        }));
    }

    private static Fault one(Arena arena, Part part, long seconds) {
        return new Fault(
                "F18 the clock of " + part.title() + " is " + Math.abs(seconds) + " s "
                        + (seconds > 0 ? "ahead" : "behind"),
                3_000,
                () -> {
                    if (Math.abs(seconds) > LONG) {
                        // who waits for a payment now would wait for one that is too late
                        arena.calm();
                    }
                    arena.chain.moveClock(part, seconds);
                },
                () -> arena.chain.moveClock(part, 0));
    }

    private static long secondsToMidnight(ChainUnderTest chain) {
        ZonedDateTime now = chain.now().atZone(SHANGHAI);
        return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(SHANGHAI))
                .toSeconds();
    }

    /** Before the first customer comes: the whole run is at another time. */
    static void beginAt(ChainUnderTest chain, Instant instant) {
        moved = Duration.between(Instant.now(), instant).toSeconds();
        move(chain);
    }

    private static void move(ChainUnderTest chain) {
        chain.moveClock(null, moved);
        chain.simulators().put("/_sim/clock", Map.of("offsetMillis", moved * 1_000));
    }

    private static void all(Arena arena, long by) {
        moved += by;
        move(arena.chain);
        arena.note("all clocks moved by " + by + " s, " + moved + " s since the beginning");
    }
}
