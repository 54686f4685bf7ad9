package io.mendian.simulators.pay;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A message to the merchant. Its id and content stay the same however often it is delivered.
 *
 * @param original what the resource is: {@code transaction} or {@code refund}
 */
public record Notification(
        String id, String eventType, String summary, String original, String url, JsonNode resource, Instant at) {}
