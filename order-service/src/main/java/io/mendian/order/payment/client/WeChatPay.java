package io.mendian.order.payment.client;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat Pay API v3 for a direct merchant. Keys are read at the first use from {@code mendian.keys}/providers, so that a
 * chain without WeChat Pay needs none. Amounts in fen.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012791897">the provider's documentation</a>
 */
@Component
public class WeChatPay {

    private static final DateTimeFormatter RFC3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(8));

    private final Environment environment;
    private final CircuitBreakerRegistry breakers;
    private final JsonMapper json;
    private final Clock clock;
    private volatile @Nullable Connected connected;

    WeChatPay(Environment environment, CircuitBreakerRegistry breakers, JsonMapper json, Clock clock) {
        this.environment = environment;
        this.breakers = breakers;
        this.json = json;
        this.clock = clock;
    }

    private record Connected(MerchantKeys keys, WeChatCrypto crypto, WeChatHttp http) {}

    /** What is to be paid; the same number always with the same content. */
    public record Prepay(String outTradeNo, String description, long amountMinor, Instant expiresAt) {}

    /** What the mini-program passes to {@code wx.requestPayment}. */
    public record JsapiCall(
            String appId, String timeStamp, String nonceStr, String packageValue, String signType, String paySign) {}

    /** What is to be given back; the same number always with the same content. */
    public record RefundWish(String outTradeNo, String outRefundNo, String reason, long amountMinor, long totalMinor) {}

    /** A notification that was verified and opened. */
    public record Notice(String eventType, JsonNode resource) {}

    /** Asks for a payment in the mini-program; gives its prepay_id. */
    public String jsapi(Prepay prepay, String openid) {
        Map<String, Object> body = body(prepay);
        body.put("payer", Map.of("openid", openid));
        return text(connect().http.post("/v3/pay/transactions/jsapi", body), "prepay_id");
    }

    /** Asks for a payment by scanning a code; gives the code's text. */
    public String nativeCode(Prepay prepay) {
        return text(connect().http.post("/v3/pay/transactions/native", body(prepay)), "code_url");
    }

    /** Charges the payer's barcode at once; while he types his password the payment is open and has to be asked for. */
    public Trade charge(Prepay prepay, String authCode, String storeId) {
        MerchantKeys keys = connect().keys;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("appid", keys.appId());
        body.put("mchid", keys.merchantId());
        body.put("description", prepay.description());
        body.put("out_trade_no", prepay.outTradeNo());
        body.put("amount", Map.of("total", prepay.amountMinor(), "currency", "CNY"));
        body.put("payer", Map.of("auth_code", authCode));
        body.put("scene_info", Map.of("store_info", Map.of("id", storeId)));
        return trade(connect().http.post("/v3/pay/transactions/codepay", body));
    }

    /** Takes a barcode payment back: an unpaid one can no longer be paid, a paid one is given back. */
    public void reverse(String outTradeNo) {
        MerchantKeys keys = connect().keys;
        JsonNode ignored = connect()
                .http
                .post(
                        "/v3/pay/transactions/out-trade-no/" + encoded(outTradeNo) + "/reverse",
                        Map.of("appid", keys.appId(), "mchid", keys.merchantId()));
    }

    /** The signed call for the mini-program. */
    public JsapiCall call(String prepayId) {
        Connected c = connect();
        String time = Long.toString(clock.instant().getEpochSecond());
        String nonce = WeChatCrypto.nonce();
        String packed = "prepay_id=" + prepayId;
        String sign = c.crypto.sign(c.keys.appId() + "\n" + time + "\n" + nonce + "\n" + packed + "\n");
        return new JsapiCall(c.keys.appId(), time, nonce, packed, "RSA", sign);
    }

    /** The payment, or nothing when the provider never heard of it. */
    public Optional<Trade> query(String outTradeNo) {
        Connected c = connect();
        try {
            return Optional.of(trade(c.http.get(
                    "/v3/pay/transactions/out-trade-no/" + encoded(outTradeNo) + "?mchid=" + c.keys.merchantId())));
        } catch (WeChatPayRefused e) {
            if (e.code().equals("ORDER_NOT_EXIST") || e.code().equals("RESOURCE_NOT_EXISTS")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Makes an unpaid payment impossible to pay; false when it is paid already. */
    public boolean close(String outTradeNo) {
        Connected c = connect();
        try {
            JsonNode ignored = c.http.post(
                    "/v3/pay/transactions/out-trade-no/" + encoded(outTradeNo) + "/close",
                    Map.of("mchid", c.keys.merchantId()));
            return true;
        } catch (WeChatPayRefused e) {
            if (e.code().equals("ORDERPAID") || e.code().equals("ORDER_PAID")) {
                return false;
            }
            if (e.code().equals("ORDER_NOT_EXIST") || e.code().equals("ORDER_CLOSED")) {
                return true;
            }
            throw e;
        }
    }

    /** Asks for a refund. The answer means accepted, not done. */
    public ProviderRefund refund(RefundWish wish) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("out_trade_no", wish.outTradeNo());
        body.put("out_refund_no", wish.outRefundNo());
        body.put("reason", wish.reason());
        body.put("notify_url", notifyUrl("refund-notifications"));
        body.put("amount", Map.of("refund", wish.amountMinor(), "total", wish.totalMinor(), "currency", "CNY"));
        return refund(connect().http.post("/v3/refund/domestic/refunds", body));
    }

    /** The refund, or nothing when the provider never heard of it. */
    public Optional<ProviderRefund> queryRefund(String outRefundNo) {
        try {
            return Optional.of(refund(connect().http.get("/v3/refund/domestic/refunds/" + encoded(outRefundNo))));
        } catch (WeChatPayRefused e) {
            if (e.code().equals("RESOURCE_NOT_EXISTS")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The bill of a day (China's calendar), verified by the hash in the provider's signed answer. */
    public TradeBill tradeBill(LocalDate date) {
        JsonNode ready;
        try {
            ready = connect().http.get("/v3/bill/tradebill?bill_date=" + date + "&bill_type=ALL&tar_type=GZIP");
        } catch (WeChatPayRefused e) {
            return switch (e.code()) {
                case "NO_STATEMENT_EXIST" -> new TradeBill.Empty();
                case "STATEMENT_CREATING" -> new TradeBill.NotYet();
                default -> throw e;
            };
        }
        if (!text(ready, "hash_type").equals("SHA1")) {
            throw new WeChatPayUnknown("a bill with an unknown hash", null);
        }
        // only the path of the address counts: the file comes from the same provider as every answer
        URI file = URI.create(text(ready, "download_url"));
        byte[] content = connect().http.download(file.getRawPath() + "?" + file.getRawQuery());
        return BillDownload.open(content, text(ready, "hash_value"));
    }

    /** Verifies and opens a notification; empty when it is not by the provider, too old, or touched. */
    public Optional<Notice> open(UnaryOperator<@Nullable String> header, String body) {
        Connected c = connect();
        if (!c.crypto.isByPlatform(header, body, clock.instant())) {
            return Optional.empty();
        }
        try {
            JsonNode message = json.readTree(body);
            JsonNode resource = message.path("resource");
            String opened = c.crypto.decrypt(
                    resource.path("ciphertext").asString(""),
                    resource.path("nonce").asString(""),
                    resource.path("associated_data").asString(""));
            return Optional.of(new Notice(message.path("event_type").asString(""), json.readTree(opened)));
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** The payment a notification or an answer tells of. */
    public Trade trade(JsonNode node) {
        return new Trade(
                node.path("appid").asString(""),
                node.path("mchid").asString(""),
                node.path("out_trade_no").asString(""),
                node.path("trade_state").asString(""),
                node.path("transaction_id").isString()
                        ? node.path("transaction_id").asString()
                        : null,
                node.path("amount").path("total").asLong(-1),
                node.path("amount").path("payer_total").asLong(-1),
                node.path("amount").path("currency").asString("CNY"));
    }

    /** Whether a payment is one of this merchant's app. */
    public boolean isOurs(Trade trade) {
        MerchantKeys keys = connect().keys;
        return trade.appId().equals(keys.appId()) && trade.merchantId().equals(keys.merchantId());
    }

    private Map<String, Object> body(Prepay prepay) {
        MerchantKeys keys = connect().keys;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("appid", keys.appId());
        body.put("mchid", keys.merchantId());
        body.put("description", prepay.description());
        body.put("out_trade_no", prepay.outTradeNo());
        body.put("time_expire", RFC3339.format(prepay.expiresAt().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS)));
        body.put("notify_url", notifyUrl("notifications"));
        body.put("amount", Map.of("total", prepay.amountMinor(), "currency", "CNY"));
        return body;
    }

    private static ProviderRefund refund(JsonNode node) {
        return new ProviderRefund(
                text(node, "out_refund_no"),
                text(node, "refund_id"),
                text(node, "status"),
                node.path("amount").path("refund").asLong(-1),
                node.path("amount").path("payer_refund").asLong(-1));
    }

    private String notifyUrl(String what) {
        return environment.getProperty("mendian.public-url", "http://127.0.0.1:8080") + "/open/v1/wechat-pay/" + what;
    }

    private Connected connect() {
        Connected known = connected;
        if (known != null) {
            return known;
        }
        Path folder = Path.of(environment.getProperty("mendian.keys", ".mendian/keys"))
                .resolve("providers");
        try {
            MerchantKeys keys = MerchantKeys.read(folder);
            WeChatCrypto crypto = new WeChatCrypto(keys);
            String base = environment.getProperty("mendian.wechat-url", "https://api.mch.weixin.qq.com");
            WeChatHttp http = new WeChatHttp(base, keys, crypto, breakers.circuitBreaker("wechat-pay"), json, clock);
            Connected made = new Connected(keys, crypto, http);
            connected = made;
            return made;
        } catch (IOException e) {
            throw new WeChatPayUnknown("WeChat Pay is not set up: " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new WeChatPayUnknown("WeChat Pay answered without " + name, null);
        }
        return value.asString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
