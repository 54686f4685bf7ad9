package io.mendian.simulators.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.Inbox;
import io.mendian.simulators.WithSimulators;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SmsTest extends WithSimulators {

    private static final String PHONE = "+8613800138000";
    private Instant now = Instant.now();
    private String nonce = "";

    @Test
    void aSignedMessageReachesTheInbox() {
        HttpResponse<String> answer = send(PHONE, "code", "ref-1", "123456");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode inboxOfPhone = json("GET", "/_sim/sms?phone=%2B8613800138000", "");
        assertThat(inboxOfPhone).hasSize(1);
        assertThat(inboxOfPhone.path(0).path("params").path("code").asString()).isEqualTo("123456");
    }

    @Test
    void aWrongSignatureAStaleClockAndAUsedNonceAreRefused() {
        assertThat(http("POST", "/sms/v1/messages", "{}").body()).contains("UNKNOWN_KEY");
        assertThat(sendSigned(body(PHONE, "code", "r", "1"), "wrong").body()).contains("SIGNATURE_MISMATCH");
        now = Instant.now().minus(Duration.ofMinutes(6));
        assertThat(send(PHONE, "code", "r", "1").body()).contains("CLOCK_SKEW");
        now = Instant.now();
        nonce = "same-nonce";
        send(PHONE, "code", "r", "1");
        assertThat(send(PHONE, "code", "r", "1").body()).contains("NONCE_REUSED");
    }

    @Test
    void theSameReferenceIsTheSameMessageAnotherTextIsRefused() {
        String first = send(PHONE, "code", "ref-1", "123456").body();

        assertThat(send(PHONE, "code", "ref-1", "123456").body()).isEqualTo(first);
        assertThat(send(PHONE, "code", "ref-1", "654321").statusCode()).isEqualTo(409);
        assertThat(simulators.control().sms(PHONE)).hasSize(1);
    }

    @Test
    void aPhoneGetsOneCodeAMinuteAndFiveAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(send(PHONE, "code", "ref-" + i, "1").statusCode()).isEqualTo(202);
            assertThat(send(PHONE, "code", "more-" + i, "1").body()).contains("PHONE_LIMIT_MINUTE");
            simulators.clock().advance(Duration.ofMinutes(1));
            now = simulators.clock().instant();
        }

        assertThat(send(PHONE, "code", "ref-6", "1").body()).contains("PHONE_LIMIT_HOUR");
        assertThat(send("+8613800138001", "code", "ref-7", "1").statusCode()).isEqualTo(202);
        assertThat(send(PHONE, "notice", "ref-8", "1").statusCode()).isEqualTo(202);
        faults("{\"limits\":\"off\"}");
        assertThat(send(PHONE, "code", "ref-9", "1").statusCode()).isEqualTo(202);
    }

    @Test
    void aReceiptIsSignedAndRepeatedUntilAnswered() {
        inbox.answers(500);
        send(PHONE, "code", "ref-1", "123456");

        Inbox.Mail receipt = inbox.atLeast(2).get(1);

        assertThat(receipt.message().path("status").asString()).isEqualTo("DELIVERED");
        assertThat(receipt.headers().getFirst("X-Sms-Signature"))
                .isEqualTo(sign(
                        "POST\n/open/v1/pay\n" + receipt.headers().getFirst("X-Sms-Timestamp") + "\n"
                                + receipt.headers().getFirst("X-Sms-Nonce") + "\n",
                        receipt.body()));
    }

    @Test
    void faultsAreUndeliveredRejectedAndWithoutReceipt() {
        faults("{\"sms\":\"undelivered\"}");
        send(PHONE, "notice", "ref-1", "1");
        assertThat(inbox.first().message().path("status").asString()).isEqualTo("UNDELIVERED");
        faults("{\"sms\":\"rejected\"}");
        assertThat(send(PHONE, "notice", "ref-2", "1").statusCode()).isEqualTo(503);
        faults("{\"sms\":\"no-receipt\"}");
        send(PHONE, "notice", "ref-3", "1");
        Inbox.await(() -> simulators.control().sms(PHONE).getLast().status() == SmsMessage.Status.DELIVERED);
        assertThat(inbox.mails()).hasSize(1);
    }

    private HttpResponse<String> send(String phone, String kind, String reference, String code) {
        String body = body(phone, kind, reference, code);
        return sendSigned(body, null);
    }

    private String body(String phone, String kind, String reference, String code) {
        return "{\"phone\":\"" + phone + "\",\"kind\":\"" + kind + "\",\"signName\":\"门店\",\"templateCode\":\"LOGIN\","
                + "\"params\":{\"code\":\"" + code + "\"},\"reference\":\"" + reference + "\",\"receiptUrl\":\""
                + inbox.url() + "\"}";
    }

    private HttpResponse<String> sendSigned(String body, String signature) {
        String once = nonce.isEmpty() ? UUID.randomUUID().toString() : nonce;
        String head = "POST\n/sms/v1/messages\n" + now.getEpochSecond() + "\n" + once + "\n";
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(simulators.baseUrl() + "/sms/v1/messages"))
                                    .header("X-Sms-Key-Id", merchant.set("sms.key-id"))
                                    .header("X-Sms-Timestamp", Long.toString(now.getEpochSecond()))
                                    .header("X-Sms-Nonce", once)
                                    .header("X-Sms-Signature", signature == null ? sign(head, body) : signature)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(String head, String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(merchant.set("sms.secret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String message = head + HexFormat.of().formatHex(digest) + "\n";
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
