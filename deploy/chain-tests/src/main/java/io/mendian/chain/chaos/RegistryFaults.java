package io.mendian.chain.chaos;

import io.mendian.chain.fault.Trouble;
import io.mendian.supervisor.CommandFailure;
import io.mendian.supervisor.Part;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** F14, promise P7: the registry is gone, comes and goes, or was never there. */
final class RegistryFaults {

    private static final int FLAPS = 8;
    private static final int FLAP_MILLIS = 700;
    private static final int PEOPLE = 12;

    private RegistryFaults() {}

    /** Nothing without a registry, and somebody is told so. */
    static List<Fault> all(Arena arena, @Nullable Registry registry) {
        if (registry == null) {
            arena.note("F14 skipped: no --nacos");
            return List.of();
        }
        return List.of(
                new Fault(
                        "F14 the registry is gone: all serve on from what they know",
                        12_000,
                        () -> {
                            registry.disturb(Trouble.reset());
                            arena.load(PEOPLE);
                        },
                        registry::heal),
                new Fault(
                        "F14 the registry answers nothing: a black hole",
                        12_000,
                        () -> registry.disturb(Trouble.blackHole()),
                        registry::heal),
                new Fault(
                        "F14 the registry comes and goes",
                        500,
                        () -> {
                            for (int i = 0; i < FLAPS; i++) {
                                registry.disturb(i % 2 == 0 ? Trouble.reset() : Trouble.NONE);
                                arena.load(2);
                                Pause.millis(FLAP_MILLIS);
                            }
                        },
                        registry::heal),
                restarted(arena, registry),
                wrongAddress(arena));
    }

    /** What the manual says to do when a part must be started while the registry is away: without its profile. */
    private static Fault restarted(Arena arena, Registry registry) {
        return new Fault(
                "F14 the registry is gone, order-service and gateway restart from static addresses",
                3_000,
                () -> {
                    registry.disturb(Trouble.reset());
                    arena.kill(Part.ORDER);
                    arena.kill(Part.GATEWAY);
                    arena.chain.upWith(Map.of("SPRING_PROFILES_ACTIVE", ""));
                    arena.load(PEOPLE);
                },
                () -> {
                    registry.heal();
                    arena.kill(Part.ORDER);
                    arena.kill(Part.GATEWAY);
                    arena.up();
                });
    }

    /** Started at an address where there is no registry: whether it comes up or says why not, the others go on. */
    private static Fault wrongAddress(Arena arena) {
        return new Fault(
                "F14 inventory-service is given a wrong address of the registry",
                1_000,
                () -> {
                    arena.kill(Part.INVENTORY);
                    try {
                        arena.chain.upWith(Map.of("MENDIAN_NACOS", "127.0.0.1:9"));
                        arena.note("it starts all the same");
                    } catch (CommandFailure | io.mendian.embedded.ServerFailure e) {
                        arena.note("it does not start: " + e);
                    }
                },
                () -> {
                    arena.kill(Part.INVENTORY);
                    arena.up();
                });
    }
}
