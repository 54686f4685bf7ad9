package io.mendian.supervisor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
            description = "An access token of headquarters that may read reports. Environment: MENDIAN_HQ_TOKEN.")
    @Nullable
    String token;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (token == null) {
            throw new CommandFailure("A token of headquarters is needed: --token or MENDIAN_HQ_TOKEN.");
        }
        int port = RunRecord.read(place.folders().run(), Part.GATEWAY.title())
                .map(RunRecord::port)
                .orElseThrow(() -> new CommandFailure("No chain was started here. Start one with deploy/up."));
        URI books = URI.create("http://127.0.0.1:" + port + "/hq/v1/books");
        HttpRequest request = HttpRequest.newBuilder(books)
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CommandFailure("The gateway answered " + answer.statusCode() + ": " + answer.body());
            }
            Books read = Books.read(answer.body());
            System.out.println(read.table());
            return read.balanced() ? 0 : 1;
        } catch (java.net.ConnectException e) {
            throw new CommandFailure("Nobody listens on port " + port + ". Is the chain up? deploy/status tells.", e);
        }
    }
}
