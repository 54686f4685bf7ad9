package io.mendian.simulators.pay;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mendian.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The payers' barcodes. Each is good for one order and for one minute. */
final class Barcodes {

    /** What happens when a barcode is charged. */
    enum Behaviour {
        @JsonProperty("success")
        SUCCESS,
        @JsonProperty("userpaying-then-success")
        USERPAYING_THEN_SUCCESS,
        @JsonProperty("userpaying-then-fail")
        USERPAYING_THEN_FAIL,
        @JsonProperty("userpaying")
        USERPAYING,
        @JsonProperty("not-enough")
        NOT_ENOUGH
    }

    /** A barcode with its payer; {@code usedBy} is the order that it was charged for, empty before. */
    record Barcode(
            String authCode, String payer, Behaviour behaviour, long afterMillis, Instant issuedAt, String usedBy) {}

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final World world;
    private final Map<String, Barcode> barcodes = new ConcurrentHashMap<>();

    Barcodes(World world) {
        this.world = world;
        world.journal().restores("barcode", Barcode.class, b -> barcodes.put(b.authCode, b));
    }

    Barcode issue(String payer, Behaviour behaviour, long afterMillis) {
        return keep(
                "issued",
                new Barcode(
                        Numbers.authCode(),
                        payer,
                        behaviour,
                        afterMillis,
                        world.clock().instant(),
                        ""));
    }

    /** Takes the barcode for this order. Refused when it is unknown, a minute old, or another order's. */
    synchronized Barcode take(String authCode, String outTradeNo) {
        Barcode barcode = barcodes.get(authCode);
        if (barcode == null) {
            throw new PayRefusal(400, "AUTH_CODE_INVALID", "请扫描微信支付授权码(以10/11/12/13/14/15为前缀的18位数字)");
        }
        if (!barcode.usedBy.isEmpty()) {
            throw new PayRefusal(400, "AUTH_CODE_INVALID", "101 每个二维码仅限使用一次，请刷新再试");
        }
        if (!world.clock().instant().isBefore(barcode.issuedAt.plus(LIFE))) {
            throw new PayRefusal(400, "AUTH_CODE_INVALID", "101 付款码已过期，请退出重试");
        }
        return keep(
                "used",
                new Barcode(
                        authCode, barcode.payer, barcode.behaviour, barcode.afterMillis, barcode.issuedAt, outTradeNo));
    }

    private Barcode keep(String happening, Barcode barcode) {
        barcodes.put(barcode.authCode, barcode);
        world.journal().add("barcode." + happening, barcode);
        return barcode;
    }
}
