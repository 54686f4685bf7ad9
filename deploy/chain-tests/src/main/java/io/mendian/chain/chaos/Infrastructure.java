package io.mendian.chain.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Level L4: everything around the parts goes wrong, one thing after the other, while customers buy. */
final class Infrastructure {

    /** Those that judge by themselves, or move clocks by hours: not while customers come all the time. */
    private static final Pattern ALONE = Pattern.compile("F19 |F18 all |F18 midnight |F18 .* 7200 s|F14 ");

    private final Arena arena;
    private final Pattern wanted;
    private final @Nullable Registry registry;

    /** {@code wanted}: only faults in whose names this is found. {@code registry}: what F14 disturbs, if there is one. */
    Infrastructure(Arena arena, Pattern wanted, @Nullable Registry registry) {
        this.arena = arena;
        this.wanted = wanted;
        this.registry = registry;
    }

    /** Every fault as many times as asked for, those first that were tried least; begins none when the time is over. */
    void run(int rounds, Instant end, Rotation turn) {
        for (int round = 0; round < rounds; round++) {
            List<Fault> faults = all();
            faults.forEach(fault -> turn.add(fault.name()));
            List<String> order = turn.inTurn(arena.random);
            faults.sort(Comparator.comparingInt(fault -> order.indexOf(fault.name())));
            List<String> left = new ArrayList<>();
            for (Fault fault : faults) {
                if (Instant.now().isBefore(end)) {
                    fault.happen(arena);
                    arena.judge("L4 " + fault.name());
                    turn.tried(fault.name(), true);
                } else {
                    left.add(fault.name());
                }
            }
            if (!left.isEmpty()) {
                arena.say(
                        "L4 the time is over; %d faults come first in the next run, such as %s",
                        left.size(), left.getFirst());
            }
        }
    }

    /** Those that may happen at any time. */
    List<Fault> anyTime() {
        List<Fault> faults = all();
        faults.removeIf(fault -> ALONE.matcher(fault.name()).find());
        return faults;
    }

    private List<Fault> all() {
        List<Fault> faults = new ArrayList<>(ServerFaults.all(arena));
        faults.addAll(WireFaults.all(arena));
        faults.addAll(ProviderFaults.all(arena));
        faults.addAll(ClockFaults.all(arena));
        faults.addAll(ZoneFaults.all(arena));
        faults.addAll(EventFaults.all(arena));
        faults.addAll(InstanceFaults.all(arena));
        faults.addAll(RepeatFaults.all(arena));
        faults.addAll(HerdFaults.all(arena));
        faults.addAll(ResourceFaults.all(arena));
        faults.addAll(RegistryFaults.all(arena, registry));
        faults.removeIf(fault -> !wanted.matcher(fault.name()).find());
        return faults;
    }
}
