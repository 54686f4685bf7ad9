package io.mendian.chain.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Level L4: everything around the parts goes wrong, one thing after the other, while customers buy. */
final class Infrastructure {

    private static final int PEOPLE = 12;

    /** Not seen to pass yet, docs/resilience.md says so: only for who names them. */
    private static final Pattern UNPROVEN = Pattern.compile("F7 |F8 |F12 F22 |F18 all ");

    private final Arena arena;
    private final Pattern wanted;

    /** {@code wanted}: only faults in whose names this is found. */
    Infrastructure(Arena arena, Pattern wanted) {
        this.arena = arena;
        this.wanted = wanted;
    }

    /** Every fault as many times as asked for, those first that were tried least; begins none when the time is over. */
    void run(int rounds, Instant end, Rotation turn) {
        for (int round = 0; round < rounds; round++) {
            List<Fault> faults = new ArrayList<>(ServerFaults.all(arena));
            faults.addAll(WireFaults.all(arena));
            faults.addAll(ProviderFaults.all(arena));
            faults.addAll(ClockFaults.all(arena));
            faults.addAll(EventFaults.all(arena));
            faults.addAll(InstanceFaults.all(arena));
            faults.removeIf(fault -> !wanted.matcher(fault.name()).find());
            if (wanted.pattern().isEmpty()) {
                faults.removeIf(fault -> UNPROVEN.matcher(fault.name()).find());
            }
            faults.forEach(fault -> turn.add(fault.name()));
            List<String> order = turn.inTurn(arena.random);
            faults.sort(Comparator.comparingInt(fault -> order.indexOf(fault.name())));
            List<String> left = new ArrayList<>();
            for (Fault fault : faults) {
                if (Instant.now().isBefore(end)) {
                    suffer(fault);
                    turn.tried(fault.name(), true);
                } else {
                    left.add(fault.name());
                }
            }
            if (!left.isEmpty()) {
                arena.say("L4 the time is over; first in the next run: %s", String.join("; ", left));
            }
        }
    }

    private void suffer(Fault fault) {
        if (fault.name().startsWith("F18")) {
            // a card that was bought just now is not valid yet when the clock goes back: nobody comes to a class
            arena.clocksMove();
        }
        arena.load(PEOPLE);
        Pause.millis(arena.random.nextInt(400));
        arena.note("begins: " + fault.name());
        arena.attempt(fault.name(), fault.arm());
        arena.load(PEOPLE);
        Pause.millis(fault.millis());
        arena.attempt(fault.name(), fault.heal());
        arena.note("healed: " + fault.name());
        arena.judge("L4 " + fault.name());
    }
}
