package io.mendian.simulators.sms;

import io.mendian.simulators.http.Answer;
import io.mendian.simulators.http.NotJson;
import io.mendian.simulators.http.Request;
import io.mendian.simulators.http.Routes;
import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.Faults;
import io.mendian.simulators.world.Json;
import io.mendian.simulators.world.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The simulated SMS provider: {@code POST /sms/v1/messages}, its receipts, and the phones' inboxes. */
public final class SmsProvider implements AutoCloseable {

    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Duration DELIVERY_TAKES = Duration.ofSeconds(1);

    private final World world;
    private final SmsSignature signature;
    private final Receipts receipts;
    private final Map<String, SmsMessage> messages = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byPhone = new ConcurrentHashMap<>();
    private final Map<String, String> byReference = new ConcurrentHashMap<>();

    public SmsProvider(World world, ProviderKeys.Sms account) {
        this.world = world;
        this.signature = new SmsSignature(world, account);
        this.receipts = new Receipts(world, signature);
        world.journal().restores("sms", SmsMessage.class, this::put);
    }

    public void register(Routes routes) {
        routes.on("POST", "/sms/v1/messages", this::guarded);
    }

    /** What was sent to a phone (E.164), or to all phones for an empty text; oldest first. */
    public List<SmsMessage> inbox(String phone) {
        return messages.values().stream()
                .filter(m -> phone.isEmpty() || m.phone().equals(phone))
                .sorted(Comparator.comparing(SmsMessage::sentAt))
                .toList();
    }

    @Override
    public void close() {
        receipts.close();
    }

    private Answer guarded(Request request) {
        try {
            signature.check(request);
            SmsMessage sent = send(request.json());
            return Answer.json(202, Map.of("messageId", sent.messageId(), "reference", sent.reference()));
        } catch (SmsRefusal e) {
            return Answer.json(e.status(), Map.of("code", e.code(), "message", String.valueOf(e.getMessage())));
        } catch (NotJson e) {
            return Answer.json(400, Map.of("code", "INVALID_PARAMETER", "message", "the body is no JSON object"));
        }
    }

    private synchronized SmsMessage send(JsonNode body) {
        SmsMessage wish = wish(body);
        SmsMessage before = messages.get(byReference.getOrDefault(wish.reference(), ""));
        if (before != null) {
            if (!before.fingerprint().equals(wish.fingerprint())) {
                throw new SmsRefusal(409, "REFERENCE_REUSED", "this reference was used for another message");
            }
            return before;
        }
        Faults faults = world.faults();
        if (faults.sms() == Faults.Sms.REJECTED) {
            throw new SmsRefusal(503, "CHANNEL_UNAVAILABLE", "the operators' channel is not available");
        }
        if (faults.limits() == Faults.Limits.ON) {
            SmsLimits.check(ofPhone(wish.phone()), wish.kind(), world.clock().instant());
        }
        keep("sent", wish);
        world.background(() -> report(wish, faults.sms()));
        return wish;
    }

    private void report(SmsMessage message, Faults.Sms fault) throws InterruptedException {
        world.clock().sleep(world.scaled(DELIVERY_TAKES));
        SmsMessage.Status status =
                fault == Faults.Sms.UNDELIVERED ? SmsMessage.Status.UNDELIVERED : SmsMessage.Status.DELIVERED;
        SmsMessage reported = keep("reported", message.in(status));
        if (fault != Faults.Sms.NO_RECEIPT) {
            receipts.send(reported);
        }
    }

    private SmsMessage wish(JsonNode body) {
        String phone = required(body, "phone");
        if (!PHONE.matcher(phone).matches()) {
            throw new SmsRefusal(400, "INVALID_PARAMETER", "phone is not an E.164 number such as +8613800138000");
        }
        Map<String, String> params = new HashMap<>();
        body.path("params")
                .properties()
                .forEach(p -> params.put(p.getKey(), p.getValue().asString("")));
        return new SmsMessage(
                UUID.randomUUID().toString(),
                phone,
                kind(required(body, "kind")),
                required(body, "signName"),
                required(body, "templateCode"),
                params,
                required(body, "reference"),
                body.path("receiptUrl").asString(""),
                Json.fingerprint(body),
                SmsMessage.Status.SENT,
                world.clock().instant());
    }

    private static SmsMessage.Kind kind(String name) {
        try {
            return SmsMessage.Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SmsRefusal(400, "INVALID_PARAMETER", "kind is not one of code, notice, marketing");
        }
    }

    private static String required(JsonNode body, String name) {
        String value = body.path(name).asString("");
        if (value.isBlank()) {
            throw new SmsRefusal(400, "INVALID_PARAMETER", name + " is missing");
        }
        return value;
    }

    private List<SmsMessage> ofPhone(String phone) {
        return byPhone.getOrDefault(phone, Set.of()).stream()
                .map(messages::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private SmsMessage keep(String happening, SmsMessage message) {
        put(message);
        world.journal().add("sms." + happening, message);
        return message;
    }

    private void put(SmsMessage message) {
        messages.put(message.messageId(), message);
        byReference.put(message.reference(), message.messageId());
        byPhone.computeIfAbsent(message.phone(), phone -> ConcurrentHashMap.newKeySet())
                .add(message.messageId());
    }
}
