package io.mendian.order.neighbours;

import io.mendian.simulators.Options;
import io.mendian.simulators.Simulators;
import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.testkit.Api;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestKeys;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The simulated WeChat Pay, and notifications made by hand with its keys. */
@Component
@Lazy(false)
public class PayProvider implements DisposableBean {

    private final Simulators simulators =
            Simulators.start(Options.forTests(TestKeys.folder().resolve("providers")));
    private final MovableClock clock;
    private final JsonMapper json;

    PayProvider(MovableClock clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
        System.setProperty("mendian.wechat-url", simulators.baseUrl());
    }

    /** The simulators, their clock set to the tests'. */
    public Simulators at() {
        simulators
                .control()
                .moveClock(Duration.between(Instant.now(), clock.instant()).toMillis());
        return simulators;
    }

    public ProviderKeys keys() {
        return simulators.keys();
    }

    /** A notification as it travels. */
    public record Notice(String body, Map<String, String> headers) {

        public Api.Answer sentTo(Api api, String path) {
            Api with = api;
            for (Map.Entry<String, String> header : headers.entrySet()) {
                with = with.with(header.getKey(), header.getValue());
            }
            return with.post(path, body);
        }
    }

    /** A payment notification about an order number, signed by the provider now. */
    public Notice paid(String outTradeNo, long totalMinor) {
        return paid(outTradeNo, totalMinor, "CNY", keys().app().id(), clock.instant());
    }

    public Notice paid(String outTradeNo, long totalMinor, String currency, String appId, Instant at) {
        Map<String, Object> resource = Map.of(
                "appid",
                appId,
                "mchid",
                keys().merchant().id(),
                "out_trade_no",
                outTradeNo,
                "transaction_id",
                "42" + Math.abs(outTradeNo.hashCode()),
                "trade_state",
                "SUCCESS",
                "amount",
                Map.of("total", totalMinor, "payer_total", totalMinor, "currency", currency));
        return sealed("TRANSACTION.SUCCESS", "transaction", resource, at);
    }

    /** A refund notification about one of our refund numbers, signed by the provider now. */
    public Notice refunded(String outRefundNo, String status) {
        return sealed(
                "REFUND." + status,
                "refund",
                Map.of("out_refund_no", outRefundNo, "refund_status", status),
                clock.instant());
    }

    private Notice sealed(String event, String kind, Object resource, Instant at) {
        try {
            byte[] random = new byte[6];
            ThreadLocalRandom.current().nextBytes(random);
            String nonce = HexFormat.of().formatHex(random);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(keys().merchant().apiV3Key().getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(kind.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(json.writeValueAsBytes(resource));
            String body = json.writeValueAsString(Map.of(
                    "id", UUID.randomUUID().toString(),
                    "event_type", event,
                    "resource",
                            Map.of(
                                    "algorithm",
                                    "AEAD_AES_256_GCM",
                                    "ciphertext",
                                    Base64.getEncoder().encodeToString(sealed),
                                    "associated_data",
                                    kind,
                                    "nonce",
                                    nonce)));
            return signed(body, at, keys().platform().key(), keys().platform().publicKeyId());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Notice signed(String body, Instant at, PrivateKey key, String serial) {
        try {
            String nonce = UUID.randomUUID().toString();
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key);
            rsa.update((at.getEpochSecond() + "\n" + nonce + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
            return new Notice(
                    body,
                    Map.of(
                            "Wechatpay-Timestamp",
                            Long.toString(at.getEpochSecond()),
                            "Wechatpay-Nonce",
                            nonce,
                            "Wechatpay-Serial",
                            serial,
                            "Wechatpay-Signature",
                            Base64.getEncoder().encodeToString(rsa.sign())));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        simulators.close();
    }
}
