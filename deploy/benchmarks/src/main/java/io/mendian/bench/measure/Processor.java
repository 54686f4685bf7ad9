package io.mendian.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Processor time from {@code /proc}: the steadiest figure on shared cores. Seconds, at the kernel's hundred ticks a second. */
public final class Processor {

    private static final double TICKS_PER_SECOND = 100;

    private Processor() {}

    /** What each process has used so far; one that is gone counts 0. */
    public static Map<String, Double> used(Map<String, Long> pids) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        pids.forEach((name, pid) -> seconds.put(name, used(pid)));
        return seconds;
    }

    public static Map<String, Double> between(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> spent = new LinkedHashMap<>();
        after.forEach((name, seconds) -> spent.put(name, Math.max(0, seconds - before.getOrDefault(name, 0.0))));
        return spent;
    }

    public static double sum(Map<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The share of all processor time since the start that the host gave to others: two readings give the steal between them. */
    public static long[] stealAndTotal() {
        try {
            String[] fields =
                    Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+");
            long total = 0;
            for (int i = 1; i <= 8; i++) {
                total += Long.parseLong(fields[i]);
            }
            return new long[] {Long.parseLong(fields[8]), total};
        } catch (IOException | RuntimeException e) {
            return new long[] {0, 1};
        }
    }

    public static double stealBetween(long[] before, long[] after) {
        return after[1] == before[1] ? 0 : (double) (after[0] - before[0]) / (after[1] - before[1]);
    }

    private static double used(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // the name may hold blanks; what follows its closing parenthesis does not
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }
}
