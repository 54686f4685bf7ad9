package io.mendian.member;

import io.mendian.kernel.StoreId;
import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** Opens stores with people whose passwords are known. */
public final class Shops {

    public static final String PASSWORD = "Sesame-2026";

    private Shops() {}

    /** A store with a manager and two clerks. */
    public record Shop(StoreId id, String code, Person manager, Person clerk, Person otherClerk) {}

    public record Person(String staffId, String login) {}

    public static Shop open(Api api) {
        return open(api, "/华东/上海");
    }

    public static Shop open(Api api, String region) {
        String code = "S" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode opened = api.as(TestCallers.headquarters())
                .post("/hq/v1/stores", request(code, region))
                .expect(201)
                .json();
        return new Shop(
                StoreId.parse(opened.path("storeId").asString()),
                code,
                person(opened, 0, code + "-manager"),
                person(opened, 1, code + "-clerk"),
                person(opened, 2, code + "-other"));
    }

    public static Map<String, Object> request(String code, String region) {
        Map<String, Object> body = new HashMap<>();
        body.put("code", code);
        body.put("name", "门店 " + code);
        body.put("kind", "RETAIL");
        body.put("region", region);
        body.put("manager", Map.of("name", "王店长", "login", code + "-manager", "password", PASSWORD));
        body.put(
                "clerks",
                List.of(
                        Map.of("name", "李小店", "login", code + "-clerk", "password", PASSWORD),
                        Map.of("name", "赵小店", "login", code + "-other", "password", PASSWORD)));
        return body;
    }

    private static Person person(JsonNode opened, int index, String login) {
        return new Person(
                opened.path("staff").path(index).path("staff").path("staffId").asString(), login);
    }

    /** Somebody at an address of his own, so that tests do not use up each other's tries. */
    public static Api fromElsewhere(Api api) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return api.with(
                "X-Client-Address",
                "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256));
    }
}
