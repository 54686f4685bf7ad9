package io.mendian.simulation;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.event.IncomingEvent;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is there before every seed, made by the services themselves: a store, two products of which few are left, two
 * members with points, stored value and a coupon each, and a promotion whose budget serves two orders.
 */
final class Opening {

    static final long START_MICROS = Instant.parse("2026-11-20T02:00:00Z").getEpochSecond() * 1_000_000;
    static final long STOCK = 3;

    private final World world;
    private final JsonMapper json;
    private int requests;

    /** What the customers know of the shop. */
    record Shop(
            String store,
            List<String> skus,
            List<MemberKey> members,
            List<String> coupons,
            Caller clerk,
            Map<Long, Long> points,
            Map<Long, Long> wallets) {}

    private Opening(World world) {
        this.world = world;
        this.json = world.node("order-service").bean(JsonMapper.class);
    }

    static Shop of(World world) {
        world.scheduler().begin(0, START_MICROS);
        try {
            return new Opening(world).open();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Caller headquarters() {
        return new Caller(Realm.HQ, "1", null, true, Set.of(), EnumSet.allOf(Right.class));
    }

    private Shop open() throws SQLException {
        String store = ask(
                        "member",
                        "POST",
                        "/hq/v1/stores",
                        Map.of(
                                "code",
                                "S1",
                                "name",
                                "一店",
                                "kind",
                                "RETAIL",
                                "manager",
                                Map.of("name", "店长", "login", "boss1", "password", "a-long-Password-1")))
                .findPath("storeId")
                .asString("");
        if (store.isEmpty()) {
            store = Long.toString(Objects.requireNonNull(
                    world.node("member-service").jdbc().queryForObject("SELECT id FROM store", Long.class)));
        }
        List<String> skus = List.of(sku("A", 3_000), sku("B", 5_000));
        flow();
        for (String sku : skus) {
            JsonNode ignored = ask(
                    "inventory",
                    "POST",
                    "/hq/v1/stores/" + store + "/stock/receipts",
                    Map.of("documentNo", "R" + sku, "lines", List.of(Map.of("skuId", sku, "quantity", STOCK))));
        }
        List<MemberKey> members = List.of(member(store, "13800000001"), member(store, "13800000002"));
        flow();
        String template = ask(
                        "marketing",
                        "POST",
                        "/hq/v1/coupon-templates",
                        Map.of(
                                "name",
                                "满减券",
                                "kind",
                                "AMOUNT_OFF",
                                "settings",
                                Map.of("thresholdMinor", 4_000, "amountMinor", 700),
                                "validity",
                                Map.of("days", 30),
                                "state",
                                "LIVE"))
                .path("templateId")
                .asString();
        List<String> coupons = new ArrayList<>();
        for (MemberKey member : members) {
            coupons.add(ask(
                            "marketing",
                            "POST",
                            "/app/v1/coupon-templates/" + template + "/claims",
                            Map.of(),
                            Caller.member(member))
                    .path("couponId")
                    .asString());
        }
        promotion(skus.getFirst());
        flow();
        for (Node node : world.nodes()) {
            node.database.remember();
        }
        world.bus().clear();
        Caller clerk = new Caller(
                Realm.STAFF,
                "77",
                StoreId.parse(store),
                false,
                Set.of(StoreId.parse(store)),
                EnumSet.allOf(Right.class));
        return new Shop(
                store,
                skus,
                members,
                coupons,
                clerk,
                Verdict.numbers(world, "member-service", Verdict.POINTS),
                Verdict.numbers(world, "member-service", Verdict.WALLETS));
    }

    private void promotion(String sku) {
        String promotion = ask(
                        "marketing",
                        "POST",
                        "/hq/v1/promotions",
                        Map.of(
                                "name",
                                "立减",
                                "kind",
                                "EACH_PIECE_OFF",
                                "settings",
                                Map.of("amountMinor", 300),
                                "scope",
                                Map.of("skuIds", List.of(sku)),
                                "validFrom",
                                "2026-01-01T00:00:00Z",
                                "validTo",
                                "2099-01-01T00:00:00Z",
                                "state",
                                "LIVE"))
                .path("promotionId")
                .asString();
        JsonNode ignored = ask("marketing", "PUT", "/hq/v1/promotions/" + promotion + "/budget", Map.of("uses", 2));
    }

    private String sku(String code, long price) {
        return ask(
                        "order",
                        "POST",
                        "/hq/v1/skus",
                        Map.of(
                                "code",
                                code,
                                "kind",
                                "GOODS",
                                "name",
                                "商品" + code,
                                "category",
                                "日用",
                                "unit",
                                "件",
                                "listPriceMinor",
                                price))
                .path("id")
                .asString();
    }

    private MemberKey member(String store, String phone) {
        String key = ask(
                        "member",
                        "POST",
                        "/internal/v1/members/by-phone",
                        Map.of("phone", phone, "storeId", store, "source", "POS"))
                .path("memberKey")
                .asString();
        MemberKey member = MemberKey.parse(key);
        JsonNode ignored = ask(
                "member",
                "POST",
                "/internal/v1/points-awards",
                Map.of("awardId", "opening", "memberKey", key, "points", 2_000),
                Caller.machine("marketing-service"));
        recharge(StoreId.parse(store), member);
        return member;
    }

    private void recharge(StoreId store, MemberKey member) {
        OrderLine line = new OrderLine(
                "1",
                SkuId.of(99),
                "RECHARGE",
                "充值",
                "储值",
                1,
                8_000,
                8_000,
                null,
                null,
                new RechargeTerms(null, 8_000, 800));
        OrderPaid paid = new OrderPaid(
                OrderId.of(900 + member.value() % 100),
                "R1",
                store,
                member,
                "POS",
                null,
                LocalDate.of(2026, 11, 20),
                Instant.EPOCH.plusSeconds(START_MICROS / 1_000_000),
                "CNY",
                8_000,
                0,
                8_000,
                List.of(line),
                List.of(),
                List.of(),
                0,
                false);
        world.node("member-service")
                .dispatcher()
                .dispatch(List.of(new IncomingEvent(
                        "recharge-" + member.text(),
                        "mendian.order",
                        paid.key(),
                        1,
                        "order.paid.v1",
                        paid.paidAt(),
                        json.writeValueAsString(paid))));
    }

    /** All events reach everybody. */
    private void flow() {
        for (int round = 0; round < 4; round++) {
            for (Node node : world.nodes()) {
                node.tasks().stream()
                        .filter(task -> task.name().equals("relay"))
                        .forEach(task -> task.work().run());
            }
            for (Node node : world.nodes()) {
                EventDispatcher dispatcher = node.dispatcher();
                world.bus().topics().forEach(topic -> {
                    boolean ignored = world.bus().deliver(node.name, topic, 100, dispatcher);
                });
            }
        }
    }

    private JsonNode ask(String service, String verb, String path, Map<String, ?> body) {
        return ask(service, verb, path, body, headquarters());
    }

    private JsonNode ask(String service, String verb, String path, Map<String, ?> body, Caller caller) {
        String answer = world.node(service + "-service")
                .routes()
                .call(new Routes.Request(verb, path, json.writeValueAsString(body), caller, "opening-" + requests++));
        return json.readTree(Objects.requireNonNullElse(answer, "{}"));
    }
}
