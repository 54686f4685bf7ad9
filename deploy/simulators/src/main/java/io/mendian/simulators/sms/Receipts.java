package io.mendian.simulators.sms;

import io.mendian.simulators.world.Json;
import io.mendian.simulators.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells the sender what became of a message: a second after sending, then up to three times more (5 s, 30 s, 60 s) until he answers 200 or 204. */
final class Receipts implements AutoCloseable {

    private static final List<Duration> SCHEDULE =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60));

    private final World world;
    private final SmsSignature signature;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Receipts(World world, SmsSignature signature) {
        this.world = world;
        this.signature = signature;
    }

    void send(SmsMessage message) {
        if (message.receiptUrl().isEmpty()) {
            return;
        }
        byte[] body = Json.bytes(Map.of(
                "messageId", message.messageId(),
                "reference", message.reference(),
                "phone", message.phone(),
                "status", message.status().name(),
                "reportedAt", world.clock().instant().toString()));
        world.background(() -> {
            for (Duration wait : SCHEDULE) {
                if (post(URI.create(message.receiptUrl()), body)) {
                    return;
                }
                world.clock().sleep(world.scaled(wait));
            }
            post(URI.create(message.receiptUrl()), body);
        });
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private boolean post(URI url, byte[] body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        signature.headers(url.getPath(), body).forEach(request::header);
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status == 200 || status == 204;
        } catch (IOException e) {
            return false;
        }
    }
}
