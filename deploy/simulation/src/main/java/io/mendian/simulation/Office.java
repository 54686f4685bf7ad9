package io.mendian.simulation;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Headquarters before a world begins: asks services, and lets all events reach everybody. */
final class Office {

    private final World world;
    private final JsonMapper json;
    private int requests;

    Office(World world) {
        this.world = world;
        this.json = world.json();
    }

    static Caller headquarters() {
        return new Caller(Realm.HQ, "1", null, true, Set.of(), EnumSet.allOf(Right.class));
    }

    static Caller clerk(String id, String store) {
        StoreId at = StoreId.parse(store);
        return new Caller(Realm.STAFF, id, at, false, Set.of(at), EnumSet.allOf(Right.class));
    }

    World world() {
        return world;
    }

    JsonMapper json() {
        return json;
    }

    JsonNode post(String service, String path, Map<String, ?> body) {
        return ask(service, "POST", path, body, headquarters());
    }

    JsonNode ask(String service, String verb, String path, Map<String, ?> body, Caller caller) {
        String answer = world.node(service + "-service")
                .routes()
                .call(new Routes.Request(verb, path, json.writeValueAsString(body), caller, "opening-" + requests++));
        return json.readTree(Objects.requireNonNullElse(answer, "{}"));
    }

    /** All events reach everybody. */
    void flow() {
        for (int round = 0; round < 4; round++) {
            for (Node node : world.nodes()) {
                node.relay().work().run();
            }
            for (Node node : world.nodes()) {
                EventDispatcher dispatcher = node.dispatcher();
                world.bus().topics().forEach(topic -> {
                    boolean ignored = world.bus().deliver(node.name, topic, 100, dispatcher);
                });
            }
        }
    }
}
