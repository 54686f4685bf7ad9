package io.mendian.chain.chaos;

import io.mendian.supervisor.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** F19: the database, and each half of the programs, believe in a time zone of their own. */
final class ZoneFaults {

    private static final List<String> ZONES = List.of("America/St_Johns", "Pacific/Kiritimati");
    private static final int PEOPLE = 12;

    private ZoneFaults() {}

    static List<Fault> all(Arena arena) {
        return List.of(new Fault(
                "F19 database and programs in three time zones, back to one",
                2_000,
                () -> {
                    ServerFaults.run(arena, "SET GLOBAL time_zone = '+05:45'");
                    List<Part> parts = new ArrayList<>(Arrays.stream(Part.values())
                            .filter(part -> part != Part.SIMULATORS)
                            .toList());
                    Collections.shuffle(parts, arena.random);
                    restart(arena, parts.subList(0, parts.size() / 2), ZONES.getFirst());
                    restart(arena, parts.subList(parts.size() / 2, parts.size()), ZONES.getLast());
                    arena.load(PEOPLE);
                },
                () -> {
                    // what was written in these zones is read in them, then in the usual one
                    arena.judge("L4 F19 while database and programs are in three time zones");
                    ServerFaults.run(arena, "SET GLOBAL time_zone = '+00:00'");
                    for (Part part : Part.values()) {
                        if (part != Part.SIMULATORS) {
                            arena.kill(part);
                        }
                    }
                    arena.up();
                }));
    }

    private static void restart(Arena arena, List<Part> parts, String zone) {
        parts.forEach(arena::kill);
        // the one variable that wins over the command line
        arena.chain.upWith(Map.of("_JAVA_OPTIONS", "-Duser.timezone=" + zone));
        arena.note(parts + " in " + zone);
    }
}
