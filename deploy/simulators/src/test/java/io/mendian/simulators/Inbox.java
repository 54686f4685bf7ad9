package io.mendian.simulators;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** The merchant's notification address: takes what comes, answers the statuses queued before, then 204. */
public final class Inbox implements AutoCloseable {

    /** A notification as it came, and whether its signature is the platform's. */
    public record Mail(
            JsonNode message, JsonNode resource, boolean signed, Duration age, String body, Headers headers) {}

    private final HttpServer server;
    private final Merchant merchant;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    public Inbox(Merchant merchant) throws Exception {
        this.merchant = merchant;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                mails.add(read(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        exchange.getRequestHeaders()));
                Integer status = statuses.poll();
                exchange.sendResponseHeaders(status == null ? 204 : status, -1);
            }
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/open/v1/pay";
    }

    public Inbox answers(Integer... wanted) {
        statuses.addAll(List.of(wanted));
        return this;
    }

    public List<Mail> mails() {
        return mails;
    }

    public Mail first() {
        await(() -> !mails.isEmpty());
        return mails.getFirst();
    }

    public List<Mail> atLeast(int count) {
        await(() -> mails.size() >= count);
        return mails;
    }

    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within 10 s");
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Mail read(String body, Headers headers) {
        JsonNode message = Merchant.JSON.readTree(body);
        String timestamp = headers.getFirst("Wechatpay-Timestamp");
        if (timestamp == null) { // no pay notification
            return new Mail(message, message, false, Duration.ZERO, body, headers);
        }
        String text = timestamp + "\n" + headers.getFirst("Wechatpay-Nonce") + "\n" + body + "\n";
        return new Mail(
                message,
                decrypt(message.path("resource")),
                Merchant.verify(merchant.platformKey(), text, headers.getFirst("Wechatpay-Signature")),
                Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()),
                body,
                headers);
    }

    public JsonNode decrypt(JsonNode resource) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(merchant.set("pay.api-v3-key").getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(
                            128, resource.path("nonce").asString("").getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(resource.path("associated_data").asString("").getBytes(StandardCharsets.UTF_8));
            byte[] plain = cipher.doFinal(
                    Base64.getDecoder().decode(resource.path("ciphertext").asString("")));
            String text = new String(plain, StandardCharsets.UTF_8);
            return text.startsWith("{") ? Merchant.JSON.readTree(text) : Merchant.JSON.valueToTree(text);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
