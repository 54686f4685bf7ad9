package io.mendian.simulators;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to start the simulators.
 *
 * @param port 0 takes a free one
 * @param keys the folder of the provider keys, made when it is empty
 * @param journal the journal's file, or null to keep it in memory only
 * @param scale shrinks the providers' waiting times: 0.01 makes 15 s into 150 ms
 */
public record Options(
        String address, int port, Path keys, @Nullable Path journal, double scale) {

    public Options {
        if (scale < 0 || scale > 1_000) {
            throw new IllegalArgumentException("scale must be in [0, 1000], not " + scale);
        }
    }

    /** On the loopback, a free port, waiting times of a hundredth, nothing kept. */
    public static Options forTests(Path keys) {
        return new Options("127.0.0.1", 0, keys, null, 0.01);
    }

    public Options withJournal(Path file) {
        return new Options(address, port, keys, file, scale);
    }

    public Options withScale(double wanted) {
        return new Options(address, port, keys, journal, wanted);
    }

    public Options withPort(int wanted) {
        return new Options(address, wanted, keys, journal, scale);
    }

    /** From the process's environment; the names are in the README. */
    public static Options fromEnvironment(Map<String, String> env) {
        Path keys = Path.of(env.getOrDefault("MENDIAN_KEYS", ".mendian/keys")).resolve("providers");
        String journal = env.getOrDefault("MENDIAN_SIM_JOURNAL", "");
        return new Options(
                env.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
                Integer.parseInt(env.getOrDefault("SERVER_PORT", "8190")),
                Path.of(env.getOrDefault("MENDIAN_SIM_KEYS", keys.toString())),
                journal.isEmpty() ? null : Path.of(journal),
                Double.parseDouble(env.getOrDefault("MENDIAN_SIM_NOTIFY_SCALE", "1.0")));
    }
}
