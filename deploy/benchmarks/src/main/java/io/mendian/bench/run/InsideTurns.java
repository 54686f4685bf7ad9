package io.mendian.bench.run;

import io.mendian.bench.bed.Bed;
import io.mendian.bench.inside.Prompted;
import io.mendian.embedded.ServerProcess;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A program with a service's class path that is asked for one round after the other, and rests while the controls have their turn. */
final class InsideTurns implements AutoCloseable {

    private static final long LOOK_AGAIN_NANOS = 2_000_000;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private final String mainClass;
    private final Path folder;
    private final ServerProcess process;
    private int turn;

    /** The folder of questions and answers is the program's last argument. */
    InsideTurns(Bed bed, Part part, String mainClass, List<String> arguments) throws IOException {
        this.mainClass = mainClass;
        this.folder = Files.createTempDirectory(bed.folders().home(), "turns");
        List<String> command = new ArrayList<>(List.of(mainClass));
        command.addAll(arguments);
        command.add(folder.toString());
        this.process = bed.inside(part, "inside-" + part.title(), Inside.ownClasses(), command);
    }

    List<String> ask(String... question) throws IOException {
        Prompted.write(folder.resolve("ask-" + turn), List.of(question));
        Path answer = folder.resolve("answer-" + turn++);
        long limit = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(answer)) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new IOException(mainClass + " did not answer." + ServerProcess.lastWords(process.log()));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return Files.readAllLines(answer);
    }

    /** Lets the program put right what it left, and returns when it has ended. */
    @Override
    public void close() throws IOException {
        Prompted.write(folder.resolve("end"), List.of());
        long limit = System.nanoTime() + PATIENCE_NANOS;
        while (process.isAlive() && System.nanoTime() < limit) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
