package io.mendian.runtime.crash;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Named points of the long processes at which a test kills the process: {@code CRASH_AT=order.place:held}, or
 * {@code CRASH_AT=order.place:held:2} for the second time it is reached, or several separated by commas; the first that is
 * reached kills. Without that variable it does nothing.
 */
public final class CrashPoints {

    private static final Map<String, Target> TARGETS = parse(System.getenv("CRASH_AT"));

    private record Target(String name, int nth, AtomicInteger reached) {

        static Target of(String text) {
            String[] parts = text.strip().split(":");
            int nth = parts.length > 2 ? Integer.parseInt(parts[2]) : 1;
            return new Target(parts[0] + ":" + (parts.length > 1 ? parts[1] : ""), nth, new AtomicInteger());
        }
    }

    private CrashPoints() {}

    public static void at(String process, String step) {
        if (!TARGETS.isEmpty()) {
            Target target = TARGETS.get(process + ":" + step);
            if (target != null && target.reached.incrementAndGet() == target.nth) {
                Runtime.getRuntime().halt(137);
            }
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
