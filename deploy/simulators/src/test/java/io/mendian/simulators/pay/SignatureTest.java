package io.mendian.simulators.pay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.Merchant;
import io.mendian.simulators.WithSimulators;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignatureTest extends WithSimulators {

    @Test
    void aRightSignatureIsAcceptedAndTheAnswerIsSignedByThePlatform() {
        Merchant.Answer answer = merchant.post("/v3/pay/transactions/jsapi", merchant.order(number(), 600));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("prepay_id").asString()).startsWith("wx");
        assertThat(answer.signed()).isTrue();
        assertThat(answer.serial()).isEqualTo(merchant.set("pay.public-key-id"));
    }

    @Test
    void aBodyChangedAfterSigningIsRefusedAndTheRefusalIsSigned() {
        merchant.spoiltBody = " ";

        Merchant.Answer answer = merchant.post("/v3/pay/transactions/jsapi", merchant.order(number(), 600));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("SIGN_ERROR");
        assertThat(answer.signed()).isTrue();
    }

    @Test
    void aRequestWithoutASignatureIsRefused() {
        var answer = http("GET", "/v3/certificates", "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("SIGN_ERROR");
    }

    @Test
    void clocksMoreThanFiveMinutesApartAreRefusedInBothDirections() {
        merchant.clockError = Duration.ofMinutes(-6);
        assertThat(merchant.get("/v3/certificates").code()).isEqualTo("SIGN_ERROR");
        merchant.clockError = Duration.ofMinutes(6);
        assertThat(merchant.get("/v3/certificates").code()).isEqualTo("SIGN_ERROR");
        merchant.clockError = Duration.ofMinutes(4);
        assertThat(merchant.get("/v3/certificates").status()).isEqualTo(200);
    }

    @Test
    void theQueryIsPartOfWhatIsSigned() {
        String no = placed(600);

        assertThat(merchant.query(no).path("trade_state").asString()).isEqualTo("NOTPAY");
    }

    @Test
    void thePlatformCertificateCanBeDecryptedAndAnswersAreSignedWithItOnRequest() throws Exception {
        JsonNode data = merchant.get("/v3/certificates").body().path("data").path(0);
        String pem = inbox.decrypt(data.path("encrypt_certificate")).asString();
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        String serial = data.path("serial_no").asString();

        Merchant.Answer answer = merchant.call("GET", "/v3/certificates", "", serial, Instant.now());

        assertThat(certificate.getSerialNumber().toString(16)).isEqualToIgnoringCase(serial);
        assertThat(answer.serial()).isEqualTo(serial);
        assertThat(answer.signed()).as("not the public key's signature").isFalse();
    }
}
