package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Processor;
import io.mendian.bench.measure.Rounds;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.measure.Warming;
import io.mendian.bench.probe.Anchors;
import io.mendian.bench.probe.TinyServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * B1: a backend without delay, reached directly, through our gateway with all its policies, through the bare gateway library with one
 * route, and through the HTTP server and client beneath it, which bound what any gateway on them can do.
 */
final class GatewayTax implements Benchmark {

    private static final int CLIENTS = 16;

    @Override
    public String id() {
        return "B1";
    }

    @Override
    public String title() {
        return "Gateway tax: token, audience, limits, routes, beside the bare library";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
        Outcome outcome = new Outcome(id(), title());
        String token = Town.of(bed).clerk().token();
        try (TinyServer backend = TinyServer.constant()) {
            try (Doors doors = new Doors(bed, backend.port(), token)) {
                compare(outcome, plan, doors, backend.port(), token);
            }
            try (Doors doors = new Doors(bed, backend.port(), token)) {
                routes(outcome, plan, doors, token);
            }
        }
        return outcome;
    }

    private static void compare(Outcome outcome, Plan plan, Doors doors, int backend, String token) throws Exception {
        List<Doors.Door> all = new ArrayList<>(List.of(doors.ours(), doors.library(), doors.netty()));
        Optional<Doors.Door> nginx = doors.nginx();
        nginx.ifPresent(all::add);
        Rounds rounds = measure(outcome, plan, all, backend, token);
        Statistics.Interval speed = rounds.ratio(1, 3, plan.seed());
        Statistics.Interval ceiling = rounds.ratio(5, 3, plan.seed());
        outcome.figure("directly", rounds.median(0), "/s")
                .figure("through our gateway", rounds.median(1), "/s")
                .figure("through the bare library", rounds.median(3), "/s")
                .figure("through bare server and client", rounds.median(5), "/s", "no gateway at all")
                .atLeast("ours ÷ bare library", speed.value(), "", 2, rounds.note(speed))
                .figure(
                        "bare server and client ÷ bare library",
                        ceiling.value(),
                        "",
                        rounds.note(ceiling) + ": more no gateway on this stack can reach")
                .figure("processor per request, ours", rounds.median(2), "µs")
                .figure("processor per request, bare library", rounds.median(4), "µs")
                .figure("processor per request, bare server and client", rounds.median(6), "µs");
        if (nginx.isEmpty()) {
            outcome.figure("nginx", 0, "", "not installed here: its comparison is left out");
        } else {
            Statistics.Interval added = rounds.ratio(2, 8, plan.seed());
            outcome.figure("through nginx", rounds.median(7), "/s", "one worker")
                    .figure("processor per request, nginx", rounds.median(8), "µs")
                    .atMost("processor, ours ÷ nginx", added.value(), "", 2, rounds.note(added));
        }
    }

    /** The rate directly, then rate and processor per request in µs of each door. */
    private static Rounds measure(Outcome outcome, Plan plan, List<Doors.Door> doors, int backend, String token)
            throws Exception {
        for (Doors.Door door : doors) {
            int ignored = Warming.untilSteady(
                    plan.brief() ? 2 : 6,
                    () -> gets(outcome, door.port(), token, 1).millis(50));
        }
        double seconds = plan.seconds() / 2;
        return Rounds.of(plan.rounds(), round -> {
            double[] values = new double[1 + 2 * doors.size()];
            values[0] = Anchors.gets(backend, Doors.PATH, token, CLIENTS, seconds / 2)
                    .perSecond();
            for (int i = 0; i < doors.size(); i++) {
                Map<String, Long> pids = doors.get(i).pids();
                Map<String, Double> before = Processor.used(pids);
                Load.Result result = gets(outcome, doors.get(i).port(), token, seconds);
                double spent = Processor.sum(Processor.between(before, Processor.used(pids)));
                values[1 + 2 * i] = result.perSecond();
                values[2 + 2 * i] = spent / Math.max(1, result.done()) * 1e6;
            }
            return values;
        });
    }

    private static Load.Result gets(Outcome outcome, int port, String token, double seconds) {
        Load.Result result = Anchors.gets(port, Doors.PATH, token, CLIENTS, seconds);
        outcome.expect(result.failed() == 0, "refused: " + result.firstFailure());
        return result;
    }

    /** What a request costs ours with the paths there are and with ten thousand more. */
    private static void routes(Outcome outcome, Plan plan, Doors doors, String token) throws Exception {
        if (plan.brief()) {
            return;
        }
        int paths = doors.paths();
        List<Doors.Door> both = List.of(doors.ours(), doors.oursWithManyPaths());
        Rounds rounds = measure(outcome, plan, both, both.getFirst().port(), token);
        double[] sizes = new double[2 * plan.rounds()];
        double[] costs = new double[sizes.length];
        for (int i = 0; i < plan.rounds(); i++) {
            sizes[2 * i] = paths;
            costs[2 * i] = rounds.column(2)[i];
            sizes[2 * i + 1] = paths + Doors.more();
            costs[2 * i + 1] = rounds.column(4)[i];
        }
        outcome.figure("processor per request, " + paths + " paths", rounds.median(2), "µs")
                .figure("processor per request, " + Doors.more() + " paths more", rounds.median(4), "µs")
                .law("exponent in paths", Statistics.exponent(sizes, costs, plan.seed()), 0.05, "0 is flat");
    }
}
