package io.mendian.chain.chaos;

import io.mendian.chain.Door;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** F22: what a payment provider does to its merchants, all of it allowed by its manual. */
final class ProviderFaults {

    private static final int MILLIS = 3_000;
    private static final int SENT_AGAIN = 60;

    private ProviderFaults() {}

    static List<Fault> all(Arena arena) {
        return List.of(
                provider(arena, "F22 every notification comes twice", Door.with("notify", "duplicate")),
                provider(arena, "F22 notifications come before the answer", Door.with("notify", "early")),
                provider(arena, "F22 notifications are lost", Door.with("notify", "lost")),
                provider(arena, "F22 notifications name a wrong amount", Door.with("notify", "wrong-amount")),
                provider(arena, "F22 notifications carry a wrong signature", Door.with("notify", "wrong-signature")),
                provider(
                        arena,
                        "F22 refunds are told of before they are answered",
                        Door.with("refund", "notify-before-answer")),
                provider(
                        arena,
                        "F22 answers are lost, the effect is there",
                        Door.with("http", "reset", "httpPath", "/v3/")),
                provider(arena, "F22 the provider says 500", Door.with("http", "500", "httpPath", "/v3/")),
                new Fault("F22 I6 old notifications are sent once more", 500, () -> again(arena), () -> again(arena)));
    }

    private static Fault provider(Arena arena, String name, Map<String, Object> switches) {
        return new Fault(
                name,
                MILLIS,
                () -> arena.chain.simulators().put("/_sim/faults", switches).expect(200),
                () -> arena.chain.simulators().delete("/_sim/faults").expect(200));
    }

    private static void again(Arena arena) {
        Door simulators = arena.chain.simulators();
        JsonNode sent = simulators.get("/_sim/notifications").expect(200).json();
        JsonNode list = sent.isArray() ? sent : sent.path("notifications");
        int from = Math.max(0, list.size() - SENT_AGAIN);
        for (int i = from; i < list.size(); i++) {
            Door.Answer ignored = simulators.post(
                    "/_sim/notifications/" + list.get(i).path("id").asString() + "/resend", Map.of());
        }
        arena.note((list.size() - from) + " notifications sent once more");
    }
}
