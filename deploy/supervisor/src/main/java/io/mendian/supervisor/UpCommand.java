package io.mendian.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/up}. */
@Command(
        name = "up",
        customSynopsis = "deploy/up [options]",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Starts the whole chain on this machine: database, broker, cache, six services, the gateway and the simulated"
                        + " providers, all on 127.0.0.1. What runs already is left alone; data survives deploy/down.",
        footer = {
            "",
            "Logs and pid files: .mendian/run. Further JVM options for all services: MENDIAN_JVM_OPTIONS.",
            "The first run records start caches, which deploy/down writes; later starts are quicker."
        })
final class UpCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    PortFlags ports = new PortFlags();

    @Mixin
    ExternalFlags external = new ExternalFlags();

    @Option(
            names = "--reset",
            description =
                    "Stop, delete all data and keys, and start afresh. With --mysql the mendian_* schemas there are dropped too.")
    boolean reset;

    @Option(names = "--no-demo", description = "Do not fill an empty chain with the demo stores.")
    boolean noDemo;

    @Option(
            names = "--no-start-cache",
            description = "Neither record nor use start caches: slower starts, but the first deploy/down is quick.")
    boolean noStartCache;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "${env:MENDIAN_CURRENCY:-CNY}",
            description = "The chain's currency, fixed once there is data (default: CNY).")
    String currency = "CNY";

    @Override
    public Integer call() throws IOException {
        long begin = System.nanoTime();
        Folders folders = place.folders();
        Progress progress = new Progress(System.out);
        PortPlan plan = ports.plan();
        progress.say("Mendian 门店 in " + folders.home() + ", JDK " + Runtime.version());
        UpOptions options = new UpOptions(plan, external.external(), reset, !noDemo, !noStartCache, currency, Map.of());
        boolean started = new Chain(folders, progress).up(options);
        new Operator(folders, plan.gateway()).ensure();
        if (options.demo()) {
            new DemoChain(folders, plan, progress).seedOnce();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        progress.say(
                started
                        ? "\nEverything runs, after " + Progress.seconds(took) + "."
                        : "\nEverything ran already; nothing was changed.");
        progress.say(Farewell.text(folders, plan));
        return 0;
    }
}
