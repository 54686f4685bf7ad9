package io.mendian.chain;

import io.mendian.embedded.ServerProcess;
import io.mendian.supervisor.Folders;
import io.mendian.supervisor.Part;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Ends with the JVM what it started, also when the chain could not be started wholly: a class whose own start failed could not. */
record Cleanup(Folders folders) implements Runnable {

    private static final List<String> SERVERS = List.of("kafka", "mariadb", "redis");

    @Override
    public void run() {
        // whoever is starting something right now does not stop for us: what appears meanwhile goes with the second
        // round
        killAll();
        killAll();
        try (var files = Files.walk(folders.home())) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("not everything in " + folders.home() + " could be deleted: " + e.getMessage());
        }
    }

    private void killAll() {
        for (Part part : Part.values()) {
            end(part.title());
            end(second(part));
        }
        SERVERS.forEach(this::end);
    }

    private void end(String name) {
        ServerProcess.running(folders.run(), name).ifPresent(Cleanup::kill);
    }

    /** The name of a part's second instance. */
    static String second(Part part) {
        return part.title() + "-2";
    }

    /** As a power cut would. */
    static void kill(ServerProcess process) {
        ProcessHandle.of(process.pid()).ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit().join();
        });
    }
}
