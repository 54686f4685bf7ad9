package io.mendian.supervisor;

import io.mendian.embedded.ServerProcess;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deploy/status}. */
@Command(
        name = "status",
        customSynopsis = "deploy/status [options]",
        mixinStandardHelpOptions = true,
        description =
                "Shows what runs: pid, port, memory and seconds to start, per part and in total. Exit code 1 when a part that"
                        + " was started is not healthy.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-20s %-12s %8s %7s %9s %9s %8s%n";

    @Mixin
    Place place = new Place();

    @Override
    public Integer call() {
        List<Chain.PartState> states = new Chain(place.folders(), Progress.silent()).status();
        if (states.isEmpty()) {
            System.out.println("Nothing was started here (" + place.folders().home() + "). Start with deploy/up.");
            return 0;
        }
        print(states);
        long well = states.stream().filter(Chain.PartState::healthy).count();
        boolean allStopped = states.stream().allMatch(state -> state.process().isEmpty());
        return allStopped || well == states.size() ? 0 : 1;
    }

    private static void print(List<Chain.PartState> states) {
        System.out.printf(ROW, "part", "state", "pid", "port", "rss MB", "pss MB", "start s");
        long rss = 0;
        long pss = 0;
        for (Chain.PartState state : states) {
            long pid = state.process().map(ServerProcess::pid).orElse(0L);
            long resident = Memory.residentKb(pid).orElse(0);
            long proportional = Memory.proportionalKb(pid).orElse(0);
            rss += resident;
            pss += proportional;
            String name = state.healthy() ? "up" : state.process().isPresent() ? "not healthy" : "stopped";
            System.out.printf(
                    ROW,
                    state.name(),
                    name,
                    pid == 0 ? "" : Long.toString(pid),
                    Integer.toString(state.port()),
                    megabytes(resident),
                    megabytes(proportional),
                    state.startMillis() == 0 ? "" : String.format(Locale.ROOT, "%.1f", state.startMillis() / 1000.0));
        }
        System.out.printf(ROW, "total", "", "", "", megabytes(rss), megabytes(pss), "");
        System.out.println(
                "rss counts pages that several parts share once for each; pss shares them out, so its sum is what is really used.");
    }

    private static String megabytes(long kb) {
        return kb == 0 ? "" : Long.toString(kb / 1024);
    }
}
