package io.mendian.bench.run;

import io.mendian.bench.bed.Bed;
import io.mendian.embedded.ServerProcess;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Runs a program of this jar with a service's class path and reads the figures it leaves. */
final class Inside {

    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private Inside() {}

    /** The lines of the file that the program is given as its last argument. */
    static List<String> lines(Bed bed, Part part, String mainClass, List<String> arguments) throws IOException {
        Path file = Files.createTempFile(bed.folders().home(), "figures", ".txt");
        Files.delete(file);
        List<String> command = new ArrayList<>(List.of(mainClass));
        command.addAll(arguments);
        command.add(file.toString());
        ServerProcess process = bed.inside(part, "inside-" + part.title(), ownClasses(), command);
        long limit = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(file)) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new IOException(mainClass + " left no figures." + ServerProcess.lastWords(process.log()));
            }
            LockSupport.parkNanos(50_000_000);
        }
        return Files.readAllLines(file);
    }

    /** The plain jar of this program's own classes, which the build leaves beside the executable one. */
    static Path ownClasses() throws IOException {
        String given = System.getenv("MENDIAN_BENCH_CLASSES");
        if (given != null) {
            return Path.of(given);
        }
        try {
            return Path.of(Inside.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
