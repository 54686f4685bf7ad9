package io.mendian.bench.inside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that works only when it is told to, so that it can take turns with controls that run elsewhere. It is told by
 * files of a folder: {@code ask-0} is answered by {@code answer-0}, {@code end} ends it.
 */
public final class Prompted {

    private static final long LOOK_AGAIN_NANOS = 2_000_000;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private Prompted() {}

    /** What is done for a question, whose lines it is given; its lines are the answer. */
    @FunctionalInterface
    public interface Work {
        List<String> answer(List<String> question) throws Exception;
    }

    /** Returns when told to end, or when nobody has asked for minutes. */
    static void serve(Path folder, Work work) throws Exception {
        for (int turn = 0; await(folder.resolve("ask-" + turn), folder.resolve("end")); turn++) {
            write(folder.resolve("answer-" + turn), work.answer(Files.readAllLines(folder.resolve("ask-" + turn))));
        }
    }

    /** The file is there with all its lines or not at all. */
    public static void write(Path file, List<String> lines) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        Files.write(partial, lines);
        Files.move(partial, file);
    }

    private static boolean await(Path wanted, Path end) {
        long limit = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(wanted)) {
            if (Files.exists(end) || System.nanoTime() > limit) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return true;
    }
}
