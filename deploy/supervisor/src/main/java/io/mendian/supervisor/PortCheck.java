package io.mendian.supervisor;

import io.mendian.embedded.Ports;
import io.mendian.embedded.ServerProcess;
import java.nio.file.Path;
import java.util.Optional;

/** Says who stands in the way of a part, and which flag leads around it. */
final class PortCheck {

    private PortCheck() {}

    /** Empty when the port is free, or held by the part's own recorded process. */
    static Optional<String> complaint(Path run, String name, int port, PortPlan ports) {
        Optional<ServerProcess> own = ServerProcess.running(run, name);
        if (own.isPresent()) {
            return RunRecord.read(run, name)
                    .filter(entry -> entry.port() != port)
                    .map(entry -> name + " already runs, on port " + entry.port() + " instead of " + port
                            + ". Stop the chain first (deploy/down), then start it anew.");
        }
        if (!Ports.isTaken(port)) {
            return Optional.empty();
        }
        String holder = Ports.holder(port).map(text -> " by " + text).orElse("");
        String way = port == ports.gateway()
                ? "choose another one for the gateway with --port"
                : "move all of Mendian's inner ports with --port-base (now " + ports.base() + ")";
        return Optional.of(
                "Port " + port + " for " + name + " is taken" + holder + ". Stop that program, or " + way + ".");
    }
}
