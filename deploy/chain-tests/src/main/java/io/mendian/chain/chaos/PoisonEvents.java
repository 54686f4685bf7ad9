package io.mendian.chain.chaos;

import io.mendian.chain.Door;
import io.mendian.chain.Shop;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * F12: events of types that everybody knows with payloads that nobody can read, under keys of their own. They have to be
 * parked with an alarm by whoever handles their type while all other keys go on; given up, their keys go on as well.
 */
final class PoisonEvents {

    private static final List<String> SERVICES =
            List.of("member", "marketing", "order", "inventory", "booking", "analytics");
    private static final List<String> PAYLOADS = List.of("{\"half\": ", "[1, 2, 3]", "\"text\"");

    private final Arena arena;
    private final Set<String> keys = new HashSet<>();

    PoisonEvents(Arena arena) {
        this.arena = arena;
    }

    /** One of every type that was ever sent; what is broken differs from type to type. */
    void send() {
        Map<String, String> topics = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> event : new OddEvents(arena.chain.kafka()).all()) {
            String type = OddEvents.header(event, "ce_type");
            if (!type.startsWith("nobody.")) {
                topics.put(type, event.topic());
            }
        }
        keys.clear();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", arena.chain.kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            topics.forEach((type, topic) -> {
                String key = "poison-" + UUID.randomUUID();
                keys.add(key);
                String payload = PAYLOADS.get(keys.size() % PAYLOADS.size());
                ProducerRecord<String, byte[]> event =
                        new ProducerRecord<>(topic, null, key, payload.getBytes(StandardCharsets.UTF_8));
                event.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
                event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
                event.headers().add("ce_sequence", "1".getBytes(StandardCharsets.UTF_8));
                producer.send(event);
            });
            producer.flush();
        }
        arena.note(keys.size() + " poisonous events sent");
    }

    /** Waits until they are parked and customers have gone on all the same; then gives them up one by one. */
    void mend() {
        awaitParked();
        arena.calm();
        List<Parked> parked = parked();
        arena.note(parked.size() + " parked, of " + keys.size() + " types "
                + parked.stream().map(Parked::key).distinct().count() + " are handled by somebody");
        Door hq = arena.customers().shop.hq;
        for (Parked event : parked) {
            if (!hasAlarm(event)) {
                arena.say("L4 I22 %s: parked without an alarm", event);
                arena.violated();
            }
            Shop.until(() -> {
                int status = hq.post(event.route() + "/give-up", Map.of("reason", "poison of a trial"))
                        .status();
                return status == 204 || status == 404;
            });
        }
        Shop.until(() -> parked().isEmpty());
    }

    /** Who handles which type is not known here: until something is parked, and nothing more comes. */
    private void awaitParked() {
        AtomicInteger before = new AtomicInteger();
        Awaitility.await()
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofSeconds(3))
                .ignoreExceptionsMatching(e -> e instanceof UncheckedIOException || e instanceof AssertionError)
                .until(() -> {
                    int now = parked().size();
                    return now > 0 && before.getAndSet(now) == now;
                });
    }

    private record Parked(String service, String id, String topic, String key) {
        String route() {
            return "/hq/v1/operations/" + service + "-service/dead-letters/" + id;
        }
    }

    private List<Parked> parked() {
        List<Parked> found = new ArrayList<>();
        for (String service : SERVICES) {
            JsonNode list = arena.customers()
                    .shop
                    .hq
                    .get("/hq/v1/operations/" + service + "-service/dead-letters")
                    .expect(200)
                    .json();
            for (JsonNode event : list) {
                if (keys.contains(event.path("messageKey").asString())) {
                    found.add(new Parked(
                            service,
                            event.path("id").asString(),
                            event.path("topic").asString(),
                            event.path("messageKey").asString()));
                }
            }
        }
        return found;
    }

    private boolean hasAlarm(Parked event) {
        for (JsonNode alarm : arena.customers()
                .shop
                .hq
                .get("/hq/v1/alarms/" + event.service + "?limit=200")
                .expect(200)
                .json()
                .path("alarms")) {
            if (alarm.path("kind").asString().equals("DEAD_LETTER")
                    && alarm.path("subject").asString().equals(event.topic + ":" + event.key)) {
                return true;
            }
        }
        return false;
    }
}
