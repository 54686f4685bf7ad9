package io.mendian.chain.chaos;

import io.mendian.supervisor.Part;
import java.util.Arrays;
import java.util.List;

/** F11, F23, F29: two instances of services at once, with all their timers, relays and consumers, of which one is killed. */
final class InstanceFaults {

    private static final int BOTH_MILLIS = 4_000;

    private InstanceFaults() {}

    static List<Fault> all(Arena arena) {
        return List.of(
                doubled(
                        arena,
                        "F23 two instances of every service, of each one is killed",
                        Arrays.stream(Part.values()).filter(Part::isService).toList()),
                doubled(
                        arena,
                        "F29 two instances of order and inventory, of each one is killed",
                        List.of(Part.ORDER, Part.INVENTORY)));
    }

    private static Fault doubled(Arena arena, String name, List<Part> parts) {
        return new Fault(
                name,
                2_000,
                () -> {
                    parts.parallelStream().forEach(arena.chain::upSecond);
                    arena.chain.knowBoth(parts);
                    arena.load(12);
                    Pause.millis(BOTH_MILLIS);
                    for (Part part : parts) {
                        if (arena.random.nextBoolean()) {
                            arena.kill(part);
                        } else {
                            arena.chain.killSecond(part);
                            arena.killed();
                        }
                    }
                },
                () -> {
                    arena.chain.up();
                    parts.forEach(arena.chain::killSecond);
                    arena.chain.knowBoth(List.of());
                });
    }
}
