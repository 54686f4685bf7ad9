package io.mendian.simulators.sms;

import io.mendian.simulators.http.Request;
import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.Json;
import io.mendian.simulators.world.World;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures in both directions: lower-case hex of HMAC-SHA256 with the account's secret over
 * {@code METHOD\npath\ntimestamp\nnonce\nsha256hex(body)\n}. A timestamp may be 5 minutes off, a nonce is good once.
 */
final class SmsSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final World world;
    private final ProviderKeys.Sms account;
    private final Map<String, Instant> nonces = new ConcurrentHashMap<>();

    SmsSignature(World world, ProviderKeys.Sms account) {
        this.world = world;
        this.account = account;
    }

    void check(Request request) {
        String timestamp = request.header("X-Sms-Timestamp");
        String nonce = request.header("X-Sms-Nonce");
        if (!request.header("X-Sms-Key-Id").equals(account.keyId())) {
            throw refused("UNKNOWN_KEY", "X-Sms-Key-Id is missing or unknown");
        }
        checkClock(timestamp);
        String right = sign(request.method(), request.path(), timestamp, nonce, request.body());
        byte[] given = request.header("X-Sms-Signature").getBytes(StandardCharsets.US_ASCII);
        if (nonce.length() < 8 || !MessageDigest.isEqual(right.getBytes(StandardCharsets.US_ASCII), given)) {
            throw refused("SIGNATURE_MISMATCH", "X-Sms-Signature does not fit the request");
        }
        Instant now = world.clock().instant();
        nonces.values().removeIf(seen -> seen.plus(TOLERANCE.multipliedBy(2)).isBefore(now));
        if (nonces.putIfAbsent(nonce, now) != null) {
            throw refused("NONCE_REUSED", "X-Sms-Nonce was used before");
        }
    }

    /** The headers of a receipt to {@code path}. */
    Map<String, String> headers(String path, byte[] body) {
        String timestamp = Long.toString(world.clock().instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Sms-Key-Id", account.keyId());
        headers.put("X-Sms-Timestamp", timestamp);
        headers.put("X-Sms-Nonce", nonce);
        headers.put("X-Sms-Signature", sign("POST", path, timestamp, nonce, body));
        return headers;
    }

    private void checkClock(String timestamp) {
        try {
            long off = world.clock().instant().getEpochSecond() - Long.parseLong(timestamp);
            if (Math.abs(off) <= TOLERANCE.toSeconds()) {
                return;
            }
        } catch (NumberFormatException e) {
            throw refused("CLOCK_SKEW", "X-Sms-Timestamp is not a number of seconds");
        }
        throw refused("CLOCK_SKEW", "X-Sms-Timestamp is more than 5 minutes off");
    }

    private String sign(String method, String path, String timestamp, String nonce, byte[] body) {
        String message = method + "\n" + path + "\n" + timestamp + "\n" + nonce + "\n" + Json.sha256(body) + "\n";
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(account.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SmsRefusal refused(String code, String message) {
        return new SmsRefusal(401, code, message);
    }
}
