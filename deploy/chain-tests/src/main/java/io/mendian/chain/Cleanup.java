package io.mendian.chain;

import io.mendian.embedded.ServerProcess;
import io.mendian.supervisor.Chain;
import io.mendian.supervisor.Folders;
import io.mendian.supervisor.Part;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Ends with the JVM what it started, also when the chain could not be started wholly: a class whose own start failed could not. */
record Cleanup(Folders folders, Chain chain) implements Runnable {

    @Override
    public void run() {
        for (Part part : Part.values()) {
            chain.process(part).ifPresent(Cleanup::kill);
        }
        chain.down();
        try (var files = Files.walk(folders.home())) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would. */
    static void kill(ServerProcess process) {
        ProcessHandle.of(process.pid()).ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit().join();
        });
    }
}
