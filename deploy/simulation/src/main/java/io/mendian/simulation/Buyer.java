package io.mendian.simulation;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.security.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A member who orders something, pays one way or another or not at all, changes his mind, brings things back. */
abstract class Buyer extends Person {

    final MemberKey member;

    Buyer(Seat seat, MemberKey member) {
        super(seat);
        this.member = member;
    }

    Caller me() {
        return Caller.member(member);
    }

    /** What he orders; nothing if he does not after all. */
    abstract @Nullable Map<String, Object> basket();

    /** How many pieces he brings back. */
    int broughtBack() {
        return 1 + random.nextInt(2);
    }

    boolean bringsBack() {
        return random.nextInt(3) > 0;
    }

    /** How long he keeps it. */
    void keepsIt() {
        // no longer than it takes to bring it back
    }

    /** How long it takes until he comes. */
    int secondsBefore() {
        return 20;
    }

    @Override
    void run() {
        pause(secondsBefore());
        Map<String, Object> basket = basket();
        if (basket == null) {
            return;
        }
        JsonNode order = insist(key("place"), Wish.post("order", "/app/v1/orders", basket, me()), 8);
        if (order == null) {
            return;
        }
        String id = order.path("orderId").asString();
        history.placed(id, order.path("payableMinor").asLong());
        if ((order.path("status").asString().equals("PAID") || paysAfterAll(id)) && bringsBack()) {
            returns(id);
        }
    }

    private boolean paysAfterAll(String id) {
        switch (random.nextInt(8)) {
            case 0 -> {
                return false;
            }
            case 1 -> {
                cancel(id);
                return false;
            }
            case 2 -> together("cancel", () -> cancel(id));
            default -> {
                // he pays
            }
        }
        payBy(id, key("pay"), oneIn(4));
        if (oneIn(5)) {
            together("pay again", () -> payBy(id, key("again"), random.nextBoolean()));
        }
        return waitsUntilPaid(id);
    }

    private void cancel(String id) {
        pause(30);
        JsonNode ignored =
                insist(key("cancel"), Wish.post("order", "/app/v1/orders/" + id + "/cancel", Map.of(), me()), 3);
    }

    private void payBy(String id, String key, boolean byBarcode) {
        if (byBarcode) {
            String code = "13000000000000000" + number;
            JsonNode ignored = insist(
                    key,
                    Wish.post(
                            "order",
                            "/store/v1/orders/" + id + "/barcode-payments",
                            Map.of("authCode", code),
                            shop.clerk()),
                    4);
            return;
        }
        JsonNode payment = insist(
                key, Wish.post("order", "/app/v1/orders/" + id + "/wechat-payments", Map.of("byScan", true), me()), 4);
        if (payment != null && random.nextInt(8) > 0) {
            int seconds = oneIn(6) ? random.nextInt(1_300) : random.nextInt(60);
            world.provider().pays(payment.path("outTradeNo").asString(), Duration.ofSeconds(seconds));
        }
    }

    private boolean waitsUntilPaid(String id) {
        for (int look = 0; look < 12; look++) {
            world.scheduler().sleep(Duration.ofSeconds(5 + random.nextInt(30)));
            JsonNode order = once(Wish.get("order", "/app/v1/orders/" + id, me()));
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
        keepsIt();
        if (oneIn(4)) {
            together("second return", () -> takeBack(id, key("return2")));
        }
        takeBack(id, key("return"));
        if (oneIn(4)) {
            takeBack(id, key("return3"));
        }
    }

    private void takeBack(String id, String key) {
        Map<String, Object> body = Map.of(
                "lines",
                List.of(Map.of("lineId", "1", "quantity", broughtBack(), "restock", random.nextInt(3) > 0)),
                "reason",
                "不想要了");
        JsonNode refund = insist(key, Wish.post("order", "/store/v1/orders/" + id + "/refunds", body, shop.clerk()), 6);
        if (refund != null) {
            history.refunded(refund.path("refundId").asString(), id);
        }
    }
}
