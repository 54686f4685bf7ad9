package io.mendian.simulators.pay;

import io.mendian.simulators.http.Answer;
import io.mendian.simulators.http.NotJson;
import io.mendian.simulators.http.Request;
import io.mendian.simulators.http.Routes;
import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The door to every pay route: checks the merchant's signature and clock, signs the answer with the key that the
 * request's {@code Wechatpay-Serial} names, and turns refusals into {@code {code, message}}.
 */
final class PayGate {

    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final World world;
    private final ProviderKeys keys;
    private final PlatformCrypto crypto;

    PayGate(World world, ProviderKeys keys, PlatformCrypto crypto) {
        this.world = world;
        this.keys = keys;
        this.crypto = crypto;
    }

    /** Signed by the merchant; the answer is signed by the platform. */
    Routes.Handler signed(Routes.Handler inner) {
        return request -> {
            Answer answer = verified(inner).answer(request);
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            return answer.with(crypto.headers(
                    request.header("Wechatpay-Serial"), world.clock().instant().getEpochSecond(), body));
        };
    }

    /** Signed by the merchant; the answer, a file, is not signed. */
    Routes.Handler verified(Routes.Handler inner) {
        return request -> {
            try {
                verify(request);
                return inner.answer(request);
            } catch (PayRefusal e) {
                return Answer.json(e.status(), Map.of("code", e.code(), "message", String.valueOf(e.getMessage())));
            } catch (NotJson e) {
                return Answer.json(400, Map.of("code", "PARAM_ERROR", "message", "无法将输入源映射到JSON"));
            }
        };
    }

    private void verify(Request request) {
        Map<String, String> given = parts(request.header("Authorization"));
        if (!given.getOrDefault("mchid", "").equals(keys.merchant().id())) {
            throw signError("商户号不存在或与签名信息不符");
        }
        if (!given.getOrDefault("serial_no", "").equals(keys.merchant().serial())) {
            throw signError("商户证书序列号有误");
        }
        checkClock(given.getOrDefault("timestamp", ""));
        String nonce = given.getOrDefault("nonce_str", "");
        String message = request.method() + "\n" + request.target() + "\n" + given.get("timestamp") + "\n" + nonce
                + "\n" + request.text() + "\n";
        if (nonce.isEmpty() || !crypto.isByMerchant(message, given.getOrDefault("signature", ""))) {
            throw signError("签名错误，请检查后再试");
        }
    }

    private void checkClock(String timestamp) {
        long seconds;
        try {
            seconds = Long.parseLong(timestamp);
        } catch (NumberFormatException e) {
            throw signError("Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》");
        }
        if (Math.abs(world.clock().instant().getEpochSecond() - seconds) > TOLERANCE.toSeconds()) {
            throw signError("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟");
        }
    }

    private static Map<String, String> parts(String authorization) {
        if (!authorization.startsWith(SCHEME)) {
            throw signError("Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》");
        }
        Map<String, String> found = new HashMap<>();
        Matcher matcher = PART.matcher(authorization);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found;
    }

    private static PayRefusal signError(String message) {
        return new PayRefusal(401, "SIGN_ERROR", message);
    }
}
