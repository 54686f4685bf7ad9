package io.mendian.simulators.pay;

import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.Faults;
import io.mendian.simulators.world.Json;
import io.mendian.simulators.world.World;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A notification on its way: encrypted anew and signed, or spoilt as the fault in force wants it. */
record NotificationMessage(Map<String, String> headers, String body) {

    private static final Duration STALE = Duration.ofMinutes(6);

    static NotificationMessage of(Notification n, World world, ProviderKeys keys, PlatformCrypto crypto) {
        Faults faults = world.faults();
        JsonNode resource = faults.notifications() == Faults.Notify.WRONG_AMOUNT ? oneFenMore(n) : n.resource();
        ObjectNode message = Json.object()
                .put("id", n.id())
                .put("create_time", Numbers.time(n.at()))
                .put("resource_type", "encrypt-resource")
                .put("event_type", n.eventType())
                .put("summary", n.summary());
        crypto.encrypt(
                message.putObject("resource").put("original_type", n.original()),
                Json.MAPPER.writeValueAsString(resource),
                n.original());
        String body = Json.MAPPER.writeValueAsString(message);
        boolean stale = faults.notifications() == Faults.Notify.STALE_CLOCK;
        long timestamp =
                world.clock().instant().minus(stale ? STALE : Duration.ZERO).getEpochSecond();
        String serial = faults.signing() == Faults.Signing.CERTIFICATE
                ? keys.platform().certificateSerial()
                : keys.platform().publicKeyId();
        // a wrong signature is a true signature over another body
        String signed = faults.notifications() == Faults.Notify.WRONG_SIGNATURE ? body + " " : body;
        return new NotificationMessage(crypto.headers(serial, timestamp, signed), body);
    }

    private static JsonNode oneFenMore(Notification n) {
        ObjectNode copy = (ObjectNode) n.resource().deepCopy();
        ObjectNode amount = (ObjectNode) copy.path("amount");
        for (String field : new String[] {"total", "payer_total", "refund", "payer_refund"}) {
            if (amount.has(field)) {
                amount.put(field, amount.path(field).longValue() + 1);
            }
        }
        return copy;
    }
}
