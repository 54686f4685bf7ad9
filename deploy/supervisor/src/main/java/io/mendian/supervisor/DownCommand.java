package io.mendian.supervisor;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deploy/down}. */
@Command(
        name = "down",
        customSynopsis = "deploy/down [options]",
        mixinStandardHelpOptions = true,
        description =
                "Stops what deploy/up has started, and nothing else. All data stays. After the very first run this takes"
                        + " somewhat longer: every JVM writes its start cache.")
final class DownCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Override
    public Integer call() {
        List<String> stopped = new Chain(place.folders(), new Progress(System.out)).down();
        System.out.println(
                stopped.isEmpty()
                        ? "Nothing was running."
                        : "Stopped; the data stays in " + place.folders().home() + ".");
        return 0;
    }
}
