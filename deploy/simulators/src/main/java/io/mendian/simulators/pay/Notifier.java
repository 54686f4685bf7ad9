package io.mendian.simulators.pay;

import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.Faults;
import io.mendian.simulators.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Delivers notifications: at once, and again by the provider's schedule until the merchant answers 200 or 204. The
 * faults are read at every delivery, so that a repetition after they were cleared is a right one.
 */
final class Notifier implements AutoCloseable {

    /** Where a notification stands. */
    enum Progress {
        PENDING,
        ANSWERED,
        LOST,
        GIVEN_UP
    }

    /** A notification, how often it was delivered and what the merchant answered last; -1 is no answer. */
    record Delivery(Notification notification, Progress progress, int attempts, int lastStatus) {}

    /** Waiting times between deliveries, in seconds: 15 s, 15 s, 30 s, 3 min, 10 min, 20 min, 30 min ×3, 1 h, 3 h ×3, 6 h ×2. */
    static final List<Integer> SCHEDULE =
            List.of(15, 15, 30, 180, 600, 1_200, 1_800, 1_800, 1_800, 3_600, 10_800, 10_800, 10_800, 21_600, 21_600);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final World world;
    private final ProviderKeys keys;
    private final PlatformCrypto crypto;
    private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();

    Notifier(World world, ProviderKeys keys, PlatformCrypto crypto) {
        this.world = world;
        this.keys = keys;
        this.crypto = crypto;
        world.journal().restores("notification", Delivery.class, d -> deliveries.put(d.notification.id(), d));
    }

    /** Takes up what an earlier run had not finished. */
    void resume() {
        deliveries.values().stream()
                .filter(d -> d.progress == Progress.PENDING)
                .forEach(d -> world.background(() -> repeat(d.notification)));
    }

    void send(Notification notification) {
        if (world.faults().notifications() == Faults.Notify.LOST) {
            keep("lost", new Delivery(notification, Progress.LOST, 0, -1));
            return;
        }
        keep("queued", new Delivery(notification, Progress.PENDING, 0, -1));
        world.background(() -> {
            if (world.faults().notifications() == Faults.Notify.DELAYED) {
                Thread.sleep(world.faults().notifyDelayMillis());
            }
            repeat(notification);
        });
    }

    /** Delivers once and waits for the merchant's answer; what he does not answer is repeated in the background. */
    void sendAndWait(Notification notification) {
        keep("queued", new Delivery(notification, Progress.PENDING, 0, -1));
        if (!deliver(notification)) {
            world.background(() -> {
                world.clock().sleep(world.scaled(Duration.ofSeconds(SCHEDULE.getFirst())));
                repeat(notification);
            });
        }
    }

    /** Delivers a known notification once more, whatever was answered before; false when there is none with this id. */
    boolean again(String id) {
        Delivery known = deliveries.get(id);
        if (known != null) {
            world.background(() -> deliver(known.notification));
        }
        return known != null;
    }

    List<Delivery> all() {
        return deliveries.values().stream()
                .sorted(Comparator.comparing(d -> d.notification.at()))
                .toList();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private void repeat(Notification notification) throws InterruptedException {
        if (world.faults().notifications() == Faults.Notify.DUPLICATE) {
            world.background(() -> deliver(notification));
        }
        while (!deliver(notification)) {
            int attempts = attempts(notification);
            if (attempts > SCHEDULE.size()) {
                keep("given-up", new Delivery(notification, Progress.GIVEN_UP, attempts, -1));
                return;
            }
            world.clock().sleep(world.scaled(Duration.ofSeconds(SCHEDULE.get(attempts - 1))));
        }
    }

    private int attempts(Notification notification) {
        Delivery known = deliveries.get(notification.id());
        return known == null ? 0 : known.attempts;
    }

    private boolean deliver(Notification notification) {
        int status = post(notification);
        boolean answered = status == 200 || status == 204;
        synchronized (this) {
            Delivery before = deliveries.get(notification.id());
            boolean done = answered || (before != null && before.progress == Progress.ANSWERED);
            keep(
                    answered ? "answered" : "refused",
                    new Delivery(
                            notification,
                            done ? Progress.ANSWERED : Progress.PENDING,
                            attempts(notification) + 1,
                            status));
        }
        return answered;
    }

    private int post(Notification notification) {
        NotificationMessage message = NotificationMessage.of(notification, world, keys, crypto);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(notification.url()))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Mozilla/4.0")
                .POST(HttpRequest.BodyPublishers.ofString(message.body()));
        message.headers().forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void keep(String happening, Delivery delivery) {
        deliveries.put(delivery.notification.id(), delivery);
        world.journal().add("notification." + happening, delivery);
    }
}
