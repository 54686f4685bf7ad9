package io.mendian.bench;

import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.FilledChain;
import io.mendian.bench.bed.History;
import io.mendian.bench.bed.History.Filled;
import io.mendian.bench.measure.Processor;
import io.mendian.bench.probe.Anchors;
import io.mendian.bench.run.Benchmarks;
import io.mendian.supervisor.CommandFailure;
import io.mendian.supervisor.PortPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/bench}: measures a chain of its own against probes and controls of the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a chain of its own at free ports, fills it, measures it and throws it away.",
            "Every figure is a ratio against something in the same run; after each benchmark the books must balance."
        })
public final class Bench implements Callable<Integer> {

    @Option(names = "--size", description = "TINY, S, M or L: how much data (default S)")
    Size size = Size.S;

    @Option(names = "--only", split = ",", description = "only these, such as B2,B6")
    List<String> only = new ArrayList<>();

    @Option(names = "--seed", description = "the same seed gives the same work")
    long seed = 20261122;

    @Option(names = "--rounds", description = "interleaved rounds of ours and the control (default by the size)")
    int rounds;

    @Option(names = "--port-base", description = "the ports from here on are used (default: any free ones)")
    int portBase;

    @Option(names = "--json", description = "where to write the figures (default .mendian/bench/<time>.json)")
    @Nullable
    Path json;

    @Option(names = "--html", description = "where to write the page with charts (default beside the JSON)")
    @Nullable
    Path html;

    @Option(names = "--compare", description = "an earlier JSON: prints new ÷ old for each figure")
    @Nullable
    Path compare;

    @Option(names = "--guard", description = "fails also when an exponent of growth is certainly above its law")
    boolean guard;

    @Option(
            names = "--binlog",
            description = "the database keeps a binary log, as one with replicas does; compare with a run without it")
    boolean binlog;

    @Option(
            names = "--filled",
            description = {
                "a folder for a filled chain: the first run keeps it there, later ones begin with a copy of it",
                "(M takes half an hour to fill; delete the folder when the product has changed what filling does)"
            })
    @Nullable
    Path filled;

    @Option(names = "--list", description = "names the benchmarks and ends")
    boolean list;

    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof CommandFailure) {
                        System.err.println(failure.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Benchmark> wanted = wanted();
        if (list) {
            wanted.forEach(one -> System.out.println(one.id() + "  " + one.title()));
            return 0;
        }
        Plan plan = rounds == 0 ? Plan.of(size, seed) : new Plan(size, seed, rounds, 1.5);
        Report report = new Report(plan, binlog ? commit() + " with a binary log" : commit());
        Path home = newHome();
        Optional<Filled> before = filled == null ? Optional.empty() : keptFor(plan, filled, report, home);
        try (Bed bed = Bed.start(project(), home, ports(), binlog);
                Anchors anchors = new Anchors(bed)) {
            report.add(anchors.measure(plan));
            before.ifPresentOrElse(done -> History.goOn(bed, done), () -> report.add(History.take(bed, plan)));
            for (Benchmark one : wanted) {
                report.add(run(one, bed, anchors, plan));
            }
        }
        return finish(report);
    }

    /** A copy of the kept chain lies in the new folder afterwards; where none was kept, one is filled first. */
    private Optional<Filled> keptFor(Plan plan, Path folder, Report report, Path home) throws IOException {
        FilledChain kept = new FilledChain(folder);
        Optional<Filled> found = kept.copyTo(home, plan);
        if (found.isPresent()) {
            return found;
        }
        Path first = newHome();
        try (Bed bed = Bed.start(project(), first, ports(), false)) {
            report.add(History.take(bed, plan));
            List<String> ignored = bed.chain().down();
            kept.keep(first, plan, History.of(bed));
        }
        return kept.copyTo(home, plan);
    }

    private static Path newHome() throws IOException {
        return Files.createTempDirectory("mendian-bench");
    }

    private static Outcome run(Benchmark benchmark, Bed bed, Anchors anchors, Plan plan) {
        long begin = System.nanoTime();
        long[] before = Processor.stealAndTotal();
        Outcome outcome;
        try {
            outcome = benchmark.run(bed, anchors, plan);
        } catch (Exception e) {
            outcome = new Outcome(benchmark.id(), benchmark.title()).violated("it broke: " + e);
        }
        double steal = Processor.stealBetween(before, Processor.stealAndTotal());
        outcome.figure(
                "took",
                (System.nanoTime() - begin) / 1e9,
                "s",
                steal > 0.02
                        ? String.format(
                                Locale.ROOT, "the host took %.0f %% of the processor: measure again", steal * 100)
                        : "");
        for (String check : bed.unbalanced()) {
            outcome.violated("the books do not balance: " + check);
        }
        return outcome;
    }

    private int finish(Report report) throws IOException {
        Path target = json != null ? json : project().resolve(".mendian/bench/" + report.time() + ".json");
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, report.json());
        Path page = html != null ? html : target.resolveSibling(target.getFileName() + ".html");
        Files.writeString(page, HtmlPage.of(report));
        if (compare != null) {
            report.compareWith(Files.readString(compare)).forEach(System.out::println);
        }
        System.out.println("\nFigures: " + target + "\nCharts:  " + page);
        List<String> grown = guard ? report.grown() : List.of();
        grown.forEach(what -> System.out.println("GROWN: " + what));
        return report.isValid() && grown.isEmpty() ? 0 : 1;
    }

    private List<Benchmark> wanted() {
        List<Benchmark> all = Benchmarks.all();
        List<String> names =
                only.stream().map(name -> name.strip().toUpperCase(Locale.ROOT)).toList();
        for (String name : names) {
            if (all.stream().noneMatch(one -> one.id().equals(name))) {
                throw new CommandFailure("There is no benchmark " + name + "; --list names them.");
            }
        }
        return all.stream()
                .filter(one -> names.isEmpty() || names.contains(one.id()))
                .toList();
    }

    private PortPlan ports() {
        return portBase == 0 ? PortPlan.anyFree() : new PortPlan(portBase + 80, portBase);
    }

    private static Path project() {
        String project = System.getenv("MENDIAN_PROJECT");
        return Path.of(project == null ? "." : project).toAbsolutePath().normalize();
    }

    private static String commit() {
        String commit = System.getenv("MENDIAN_COMMIT");
        return commit == null ? "" : commit;
    }
}
