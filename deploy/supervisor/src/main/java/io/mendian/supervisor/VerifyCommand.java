package io.mendian.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/verify}. */
@Command(
        name = "verify",
        customSynopsis = "deploy/verify [options]",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Asks every service, through the gateway, whether its books balance, and prints each check with its result: every"
                        + " service's tables, what two services say of one thing, the topics, and the payment provider's"
                        + " journal where it is simulated. Exit code 1 when one does not balance.")
public final class VerifyCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:MENDIAN_HQ_TOKEN}",
            description =
                    "An access token of headquarters that may read reports (default: the commands' own account). Environment: MENDIAN_HQ_TOKEN.")
    @Nullable
    String token;

    @Option(
            names = "--quick",
            description = "Leaves out what reads the topics from their beginning and the provider's journal.")
    boolean quick;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description =
                    "How long events may be under way between services before a difference counts (default: 120; 0 asks once).")
    int patience;

    @Override
    public Integer call() {
        int port = RunRecord.read(place.folders().run(), Part.GATEWAY.title())
                .map(RunRecord::port)
                .orElseThrow(() -> new CommandFailure("No chain was started here. Start one with deploy/up."));
        GatewayClient headquarters = token == null
                ? new Operator(place.folders(), port).signIn()
                : GatewayClient.at(port).as(token);
        Books all = ask(headquarters);
        Instant until = Instant.now().plusSeconds(patience);
        while (all.mayBeUnderWay() && Instant.now().isBefore(until)) {
            System.err.println("What two services say differs; events may be under way. Asked again in 5 s.");
            pause();
            all = ask(headquarters);
        }
        System.out.println(all.table());
        return all.balanced() ? 0 : 1;
    }

    private Books ask(GatewayClient headquarters) {
        List<Books.Check> checks = new ArrayList<>(
                Books.read(headquarters.get("/hq/v1/books").toString()).checks());
        if (!quick) {
            for (Part part : Part.values()) {
                if (part.isService()) {
                    String path = "/hq/v1/books/" + part.title().replace("-service", "") + "/topics";
                    checks.addAll(Books.read(headquarters.get(path).toString()).checks());
                }
            }
            RunRecord.read(place.folders().run(), Part.SIMULATORS.title())
                    .ifPresent(provider ->
                            checks.addAll(new ProviderBooks(provider.port(), headquarters, Instant.now()).checks()));
        }
        return new Books(List.copyOf(checks));
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.");
        }
    }
}
