package io.mendian.simulators;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A merchant's client written from the provider's documents alone: it reads the key files and uses no class of the simulator. */
public final class Merchant {

    public static final JsonMapper JSON = new JsonMapper();

    /** An answer; {@code signed} says whether the platform's signature over it is right. */
    public record Answer(int status, JsonNode body, byte[] bytes, String serial, boolean signed) {
        public String code() {
            return body.path("code").asString("");
        }
    }

    private final String base;
    private final Properties set = new Properties();
    private final PrivateKey key;
    private final PublicKey platform;
    private final HttpClient http = HttpClient.newHttpClient();
    public Duration clockError = Duration.ZERO;
    public String spoiltBody = "";

    public Merchant(String base, Path keys) {
        this.base = base;
        try {
            set.load(new StringReader(Files.readString(keys.resolve("providers.properties"))));
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            key = rsa.generatePrivate(new PKCS8EncodedKeySpec(pem(keys.resolve("merchant.key"))));
            platform = rsa.generatePublic(new X509EncodedKeySpec(pem(keys.resolve("platform.pub"))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String set(String name) {
        return set.getProperty(name);
    }

    public PublicKey platformKey() {
        return platform;
    }

    public Answer get(String target) {
        return call("GET", target, "", set("pay.public-key-id"), Instant.now());
    }

    public Answer post(String target, JsonNode body) {
        return call("POST", target, body.toString(), set("pay.public-key-id"), Instant.now());
    }

    public Answer call(String method, String target, String body, String serial, Instant now) {
        long timestamp = now.plus(clockError).getEpochSecond();
        String nonce = UUID.randomUUID().toString().replace("-", "");
        String signature = sign(method + "\n" + target + "\n" + timestamp + "\n" + nonce + "\n" + body + "\n");
        String authorization = "WECHATPAY2-SHA256-RSA2048 mchid=\"" + set("pay.mch-id") + "\",nonce_str=\"" + nonce
                + "\",signature=\"" + signature + "\",timestamp=\"" + timestamp + "\",serial_no=\""
                + set("pay.merchant-serial") + "\"";
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + target))
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Wechatpay-Serial", serial)
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofString(body + spoiltBody))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    answer.statusCode(),
                    json ? JSON.readTree(answer.body()) : JSON.createObjectNode(),
                    answer.body(),
                    header(answer, "Wechatpay-Serial"),
                    verify(
                            platform,
                            header(answer, "Wechatpay-Timestamp") + "\n" + header(answer, "Wechatpay-Nonce") + "\n"
                                    + new String(answer.body(), StandardCharsets.UTF_8) + "\n",
                            header(answer, "Wechatpay-Signature")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public ObjectNode order(String no, long total) {
        ObjectNode body = JSON.createObjectNode()
                .put("appid", set("wechat.app-id"))
                .put("mchid", set("pay.mch-id"))
                .put("description", "拿铁 大杯")
                .put("out_trade_no", no)
                .put("notify_url", "http://127.0.0.1:1/nobody");
        body.putObject("amount").put("total", total).put("currency", "CNY");
        body.putObject("payer").put("openid", "o-payer-1");
        return body;
    }

    public ObjectNode refund(String tradeNo, String refundNo, long amount, long total) {
        ObjectNode body = JSON.createObjectNode()
                .put("out_trade_no", tradeNo)
                .put("out_refund_no", refundNo)
                .put("reason", "商品已售完");
        body.putObject("amount").put("refund", amount).put("total", total).put("currency", "CNY");
        return body;
    }

    public ObjectNode barcode(String no, long total, String authCode) {
        ObjectNode body = order(no, total);
        body.remove("notify_url");
        body.putObject("payer").put("auth_code", authCode);
        body.putObject("scene_info").putObject("store_info").put("id", "0001");
        return body;
    }

    public JsonNode query(String no) {
        return get("/v3/pay/transactions/out-trade-no/" + no + "?mchid=" + set("pay.mch-id"))
                .body();
    }

    public String state(String no) {
        return query(no).path("trade_state").asString("");
    }

    public String sign(String message) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key);
            rsa.update(message.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(rsa.sign());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean verify(PublicKey by, String message, String signature) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(by);
            rsa.update(message.getBytes(StandardCharsets.UTF_8));
            return rsa.verify(Base64.getDecoder().decode(signature));
        } catch (Exception e) {
            return false;
        }
    }

    private static byte[] pem(Path file) throws IOException {
        return Base64.getMimeDecoder()
                .decode(Files.readString(file).replaceAll("-----[^-]+-----", "").strip());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
