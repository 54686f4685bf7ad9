package io.mendian.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Every try of every request with its time and its outcome, one line of JSON each, when somebody wants to have it. */
public final class History {

    private static final AtomicLong TRIES = new AtomicLong();
    private static volatile @Nullable Path file;

    private History() {}

    /** From now on tries are written there. */
    public static void writeTo(Path wanted) {
        file = wanted;
    }

    /** How many tries there were. */
    public static long tries() {
        return TRIES.get();
    }

    static void note(String client, String operation, Object arguments, Instant start, String result) {
        TRIES.incrementAndGet();
        Path to = file;
        if (to != null) {
            String line = Door.JSON.writeValueAsString(Door.with(
                    "client",
                    client,
                    "op",
                    operation,
                    "args",
                    arguments,
                    "start",
                    start.toString(),
                    "end",
                    Instant.now().toString(),
                    "result",
                    result.length() > 600 ? result.substring(0, 600) : result));
            try {
                Files.writeString(to, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
