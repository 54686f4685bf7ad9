package io.mendian.supervisor;

import org.jspecify.annotations.Nullable;

/** Servers that exist already and are used instead of embedded ones; null means: start our own (for Nacos: do without). */
public record External(
        @Nullable DatabaseAddress database,
        @Nullable String kafka,
        @Nullable String redis,
        @Nullable String nacos) {

    public External {
        requireHostAndPort("--kafka", kafka);
        requireHostAndPort("--nacos", nacos);
        if (redis != null && !redis.matches("rediss?://.+")) {
            throw new CommandFailure("--redis expects redis://[[USER]:PASSWORD@]HOST:PORT, not " + redis + ".");
        }
    }

    /** Everything embedded, no Nacos. */
    public static External none() {
        return new External(null, null, null, null);
    }

    private static void requireHostAndPort(String flag, @Nullable String address) {
        if (address != null && !address.matches("[^\\s:/,]+:\\d{1,5}(,[^\\s:/,]+:\\d{1,5})*")) {
            throw new CommandFailure(flag + " expects HOST:PORT, several separated by commas, not " + address + ".");
        }
    }
}
