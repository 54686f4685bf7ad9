package io.mendian.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Opens the demo chain's stores, each with a manager and a clerk; the gym has a coach too. */
final class DemoStores {

    private static final String STORES = "/hq/v1/stores";

    private record Plan(String code, String name, String kind, String login, String manager, String clerk) {}

    private static final List<Plan> PLANS = List.of(
            new Plan("XUHUI", "徐汇精品店", "RETAIL", "xuhui", "王雅琴", "李小满"),
            new Plan("JINGAN", "静安小馆", "RESTAURANT", "jingan", "陈国栋", "周小雨"),
            new Plan("PUDONG", "浦东健身", "GYM", "pudong", "赵一鸣", "孙晓"));

    private final GatewayClient hq;

    DemoStores(GatewayClient hq) {
        this.hq = hq;
    }

    /** In the order retail, restaurant, gym. A store of an earlier attempt is taken as it is. */
    List<DemoStore> open() {
        List<DemoStore> stores = new ArrayList<>();
        JsonNode known = hq.get(STORES + "?limit=200");
        for (Plan plan : PLANS) {
            JsonNode before = Found.by(known, "code", plan.code);
            String id = before == null
                    ? hq.post(STORES, request(plan)).path("storeId").asString()
                    : before.path("storeId").asString();
            String coach = plan.kind.equals("GYM") ? coach(id, plan.login + "-coach") : "";
            stores.add(new DemoStore(id, plan.code, plan.name, plan.login, coach));
        }
        return stores;
    }

    private static Map<String, Object> request(Plan plan) {
        return Map.of(
                "code", plan.code,
                "name", plan.name,
                "kind", plan.kind,
                "manager", person(plan.manager, plan.login + "-manager", "STORE_MANAGER"),
                "clerks", List.of(person(plan.clerk, plan.login + "-clerk", "CLERK")));
    }

    private static Map<String, Object> person(String name, String login, String role) {
        return Map.of("name", name, "login", login, "password", DemoLogins.PASSWORD, "role", role);
    }

    private String coach(String storeId, String login) {
        JsonNode before = Found.by(hq.get("/hq/v1/staff?limit=200&storeId=" + storeId), "role", "COACH");
        if (before != null) {
            return before.path("staffId").asString();
        }
        JsonNode hired = hq.post(
                "/hq/v1/staff",
                Map.of(
                        "name",
                        "吴教练",
                        "login",
                        login,
                        "password",
                        DemoLogins.PASSWORD,
                        "role",
                        "COACH",
                        "storeIds",
                        List.of(storeId)));
        return hired.path("staff").path("staffId").asString();
    }
}
