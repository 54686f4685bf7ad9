package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Processor;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.measure.Wire;
import io.mendian.bench.probe.Anchors;
import io.mendian.bench.probe.ConstantServer;
import io.mendian.embedded.ServerProcess;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** B1: a backend without delay, reached directly, through our gateway with all its policies, and through the bare gateway library with one route. */
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
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws IOException {
        Outcome outcome = new Outcome(id(), title());
        Town town = Town.of(bed);
        try (ConstantServer backend = new ConstantServer()) {
            String address = "http://127.0.0.1:" + backend.port();
            int ours = freePort();
            int stock = freePort();
            ServerProcess gateway = bed.inside(
                    Part.GATEWAY,
                    "bench-gateway",
                    Inside.ownClasses(),
                    List.of(
                            "io.mendian.gateway.GatewayApplication",
                            "--server.port=" + ours,
                            "--MENDIAN_SERVICE_INVENTORY=" + address));
            ServerProcess bare = bed.inside(
                    Part.GATEWAY,
                    "bench-stock-gateway",
                    Inside.ownClasses(),
                    List.of(
                            "io.mendian.bench.inside.StockGateway",
                            "--server.port=" + stock,
                            "--backend=" + address,
                            "--spring.main.banner-mode=off"));
            String token = town.clerk().token();
            String path = "/store/v1/stock/1";
            Api.until("our second gateway", () -> answers(ours, path, token));
            Api.until("the stock gateway", () -> answers(stock, path, token));
            compare(outcome, plan, new Door(ours, gateway.pid()), new Door(stock, bare.pid()), backend.port(), token);
            boolean ended =
                    gateway.stop(java.time.Duration.ofSeconds(10)) & bare.stop(java.time.Duration.ofSeconds(10));
            return outcome.expect(ended, "a gateway had to be killed");
        }
    }

    private record Door(int port, long pid) {}

    private static void compare(Outcome outcome, Plan plan, Door ours, Door stock, int backend, String token) {
        String path = "/store/v1/stock/1";
        int rounds = plan.rounds();
        double[] direct = new double[rounds];
        double[][] rate = new double[2][rounds];
        double[][] cpu = new double[2][rounds];
        Door[] doors = {ours, stock};
        for (int round = -1; round < rounds; round++) {
            double directly = Anchors.gets(backend, path, token, CLIENTS, plan.seconds() / 3)
                    .perSecond();
            for (int i = 0; i < 2; i++) {
                Map<String, Long> pid = Map.of("door", doors[i].pid());
                Map<String, Double> before = Processor.used(pid);
                // the first round is for the compiler, which has more of ours to do
                double seconds = round < 0 ? Math.max(4, plan.seconds()) : plan.seconds();
                Load.Result result = Anchors.gets(doors[i].port(), path, token, CLIENTS, seconds);
                outcome.expect(result.failed() == 0, "refused: " + result.firstFailure());
                double spent = Processor.sum(Processor.between(before, Processor.used(pid)));
                if (round >= 0) {
                    direct[round] = directly;
                    rate[i][round] = result.perSecond();
                    cpu[i][round] = spent / Math.max(1, result.done()) * 1e6;
                }
            }
        }
        Statistics.Interval speed = Statistics.ratio(rate[0], rate[1], plan.seed());
        outcome.figure("directly", Statistics.median(direct), "/s")
                .figure("through our gateway", Statistics.median(rate[0]), "/s")
                .figure("through the bare library", Statistics.median(rate[1]), "/s")
                .atLeast("ours ÷ bare", speed.value(), "", 2, speed.toString())
                .figure("processor per request, ours", Statistics.median(cpu[0]), "µs")
                .figure("processor per request, bare", Statistics.median(cpu[1]), "µs");
    }

    private static boolean answers(int port, String path, String token) {
        try (Wire wire = new Wire(port, token)) {
            return wire.get(path).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
