package io.mendian.supervisor;

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
                "Asks every service, through the gateway, whether its books balance, and prints each check with its result. Exit"
                        + " code 1 when one does not.")
final class VerifyCommand implements Callable<Integer> {

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

    @Override
    public Integer call() {
        int port = RunRecord.read(place.folders().run(), Part.GATEWAY.title())
                .map(RunRecord::port)
                .orElseThrow(() -> new CommandFailure("No chain was started here. Start one with deploy/up."));
        GatewayClient headquarters = token == null
                ? new Operator(place.folders(), port).signIn()
                : GatewayClient.at(port).as(token);
        Books read = Books.read(headquarters.get("/hq/v1/books").toString());
        System.out.println(read.table());
        return read.balanced() ? 0 : 1;
    }
}
