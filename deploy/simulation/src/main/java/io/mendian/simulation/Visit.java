package io.mendian.simulation;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.runtime.security.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One customer: buys, pays one way or another or not at all, changes his mind, brings things back. What is not answered he
 * asks again under the same key, sometimes twice at once.
 */
final class Visit {

    private final World world;
    private final Opening.Shop shop;
    private final History history;
    private final JsonMapper json;
    private final Random random;
    private final int number;
    private final MemberKey member;

    Visit(World world, Opening.Shop shop, History history, int number) {
        this.world = world;
        this.shop = shop;
        this.history = history;
        this.number = number;
        this.random = world.scheduler().random();
        this.json = world.node("order-service").bean(JsonMapper.class);
        this.member = shop.members().get(random.nextInt(shop.members().size()));
    }

    void run() {
        world.scheduler().sleep(Duration.ofSeconds(random.nextInt(20)));
        JsonNode order = insist(key("place"), "/app/v1/orders", basket(), Caller.member(member), 8);
        if (order == null) {
            return;
        }
        String id = order.path("orderId").asString();
        history.placed(id, order.path("payableMinor").asLong());
        boolean paid = order.path("status").asString().equals("PAID");
        if (!paid) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    return;
                }
                case 1 -> {
                    cancel(id);
                    return;
                }
                case 2 -> together("cancel " + number, () -> cancel(id));
                default -> {
                    // he pays
                }
            }
            pay(id);
            if (random.nextInt(5) == 0) {
                together("pay again " + number, () -> payBy(id, key("again"), random.nextBoolean()));
            }
            paid = waitsUntilPaid(id);
        }
        if (paid && random.nextInt(3) > 0) {
            returns(id);
        }
    }

    private String key(String what) {
        return "visit-" + number + "-" + what;
    }

    private Map<String, Object> basket() {
        Map<String, Object> body = new HashMap<>();
        body.put("storeId", shop.store());
        String sku = shop.skus().get(random.nextInt(2));
        body.put("lines", List.of(Map.of("skuId", sku, "quantity", 1 + random.nextInt(2))));
        if (random.nextInt(3) == 0) {
            body.put("couponIds", List.of());
        }
        if (random.nextInt(2) == 0) {
            body.put("usePoints", -1);
        }
        switch (random.nextInt(4)) {
            case 0 -> body.put("storedValueMinor", -1);
            case 1 -> body.put("storedValueMinor", 1_000);
            default -> {
                // other money
            }
        }
        return body;
    }

    private void together(String name, Runnable work) {
        Fiber ignored = world.scheduler().start(null, name, work);
    }

    private void cancel(String id) {
        world.scheduler().sleep(Duration.ofSeconds(random.nextInt(30)));
        JsonNode ignored =
                insist(key("cancel"), "/app/v1/orders/" + id + "/cancel", Map.of(), Caller.member(member), 3);
    }

    private void pay(String id) {
        payBy(id, key("pay"), random.nextInt(4) == 0);
    }

    private void payBy(String id, String key, boolean byBarcode) {
        if (byBarcode) {
            String code = "13000000000000000" + number;
            JsonNode ignored = insist(
                    key, "/store/v1/orders/" + id + "/barcode-payments", Map.of("authCode", code), shop.clerk(), 4);
            return;
        }
        JsonNode payment = insist(
                key, "/app/v1/orders/" + id + "/wechat-payments", Map.of("byScan", true), Caller.member(member), 4);
        if (payment != null && random.nextInt(8) > 0) {
            int seconds = random.nextInt(6) == 0 ? random.nextInt(1_300) : random.nextInt(60);
            world.provider().pays(payment.path("outTradeNo").asString(), Duration.ofSeconds(seconds));
        }
    }

    private boolean waitsUntilPaid(String id) {
        for (int look = 0; look < 12; look++) {
            world.scheduler().sleep(Duration.ofSeconds(5 + random.nextInt(30)));
            JsonNode order = once(new Routes.Request("GET", "/app/v1/orders/" + id, null, Caller.member(member), null));
            String status = order == null ? "" : order.path("status").asString();
            if (status.equals("CANCELLED")) {
                return false;
            }
            if (status.equals("PAID")) {
                return true;
            }
        }
        return false;
    }

    private void returns(String id) {
        if (random.nextInt(4) == 0) {
            together("second return " + number, () -> takeBack(id, key("return2")));
        }
        takeBack(id, key("return"));
        if (random.nextInt(4) == 0) {
            takeBack(id, key("return3"));
        }
    }

    private void takeBack(String id, String key) {
        Map<String, Object> body = Map.of(
                "lines",
                List.of(Map.of("lineId", "1", "quantity", 1 + random.nextInt(2), "restock", random.nextInt(3) > 0)),
                "reason",
                "不想要了");
        JsonNode refund = insist(key, "/store/v1/orders/" + id + "/refunds", body, shop.clerk(), 6);
        if (refund != null) {
            history.refunded(refund.path("refundId").asString(), id);
        }
    }

    /** Asks until there is an answer, or gives up; nothing when it was refused, too. */
    private @Nullable JsonNode insist(String key, String path, Map<String, ?> body, Caller caller, int tries) {
        Routes.Request request = new Routes.Request("POST", path, json.writeValueAsString(body), caller, key);
        if (random.nextInt(6) == 0) {
            together("the same again: " + key, () -> {
                JsonNode ignored = once(request);
            });
        }
        for (int attempt = 0; attempt < tries; attempt++) {
            try {
                String answer = world.call(world.node("order-service"), request);
                return answer == null ? null : json.readTree(answer);
            } catch (ProblemException e) {
                boolean again = e.problem().status() >= 500
                        || e.problem().name().equals("REQUEST_IN_PROGRESS")
                        || e.problem().name().equals("ORDER_BEING_PLACED");
                if (!again) {
                    history.refused(key, e.problem().name());
                    return null;
                }
            } catch (Wires.NoAnswer e) {
                world.say("asks again: " + key);
            }
            world.scheduler().sleep(Duration.ofMillis(200 + random.nextInt(15_000)));
        }
        return null;
    }

    private @Nullable JsonNode once(Routes.Request request) {
        try {
            String answer = world.call(world.node("order-service"), request);
            return answer == null ? null : json.readTree(answer);
        } catch (ProblemException | Wires.NoAnswer e) {
            return null;
        }
    }
}
