package io.mendian.runtime.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Named points at which a test kills the process. {@code CRASH_AT=order.place:held} kills at the first time the point is
 * reached, {@code CRASH_AT=order.place:held:2} at the second; of several, separated by commas, the first reached kills.
 * {@code CRASH_POINTS=FILE} writes down every point that is reached, once, behind the part's name in {@code MENDIAN_PART}. Without these variables it does nothing.
 */
public final class CrashPoints {

    private static final Map<String, Target> TARGETS = parse(System.getenv("CRASH_AT"));
    private static final @Nullable String RECORD = System.getenv("CRASH_POINTS");
    private static final Set<String> RECORDED = ConcurrentHashMap.newKeySet();

    private static volatile @Nullable Consumer<String> listener;

    private record Target(String name, int nth, AtomicInteger reached) {

        static Target of(String text) {
            String[] parts = text.strip().split(":");
            int nth = parts.length > 2 ? Integer.parseInt(parts[2]) : 1;
            return new Target(parts[0] + ":" + (parts.length > 1 ? parts[1] : ""), nth, new AtomicInteger());
        }
    }

    private CrashPoints() {}

    /** For a simulation, which ends its processes at these points itself. */
    public static void listen(Consumer<String> simulation) {
        listener = simulation;
    }

    public static void at(String process, String step) {
        at(process, () -> step);
    }

    /** For a step whose name has to be put together; without the variables nobody asks for it. */
    public static void at(String process, Supplier<String> step) {
        Consumer<String> simulation = listener;
        if (TARGETS.isEmpty() && RECORD == null && simulation == null) {
            return;
        }
        String name = process + ":" + step.get();
        if (simulation != null) {
            simulation.accept(name);
        }
        if (RECORD != null && RECORDED.add(name)) {
            write(Path.of(RECORD), name);
        }
        Target target = TARGETS.get(name);
        if (target != null && target.reached.incrementAndGet() == target.nth) {
            Runtime.getRuntime().halt(137);
        }
    }

    private static void write(Path file, String name) {
        try {
            String part = System.getenv().getOrDefault("MENDIAN_PART", "?");
            Files.writeString(file, part + " " + name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, Target> parse(@Nullable String text) {
        return text == null || text.isBlank()
                ? Map.of()
                : Arrays.stream(text.split(","))
                        .map(Target::of)
                        .collect(Collectors.toMap(Target::name, Function.identity(), (first, same) -> first));
    }
}
