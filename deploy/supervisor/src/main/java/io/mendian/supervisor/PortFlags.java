package io.mendian.supervisor;

import picocli.CommandLine.Option;

/** The flags that move the ports. */
final class PortFlags {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:MENDIAN_UP_PORT:-8080}",
            description =
                    "The gateway's port, the one to open in a browser (default: 8080; environment: MENDIAN_UP_PORT).")
    int port = PortPlan.DEFAULT_GATEWAY;

    @Option(
            names = "--port-base",
            paramLabel = "BASE",
            defaultValue = "${env:MENDIAN_UP_PORT_BASE:-8000}",
            description =
                    "Moves all inner ports: services at BASE+101 to BASE+106, simulators at BASE+190, MariaDB at BASE+5306,"
                            + " Redis at BASE+8379, Kafka at BASE+11092 and +11093 (default: 8000; environment: MENDIAN_UP_PORT_BASE).")
    int base = PortPlan.DEFAULT_BASE;

    PortPlan plan() {
        return new PortPlan(port, base);
    }
}
