package io.mendian.simulators.pay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.Inbox;
import io.mendian.simulators.Merchant;
import io.mendian.simulators.WithSimulators;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class BarcodePayTest extends WithSimulators {

    private static final String CODEPAY = "/v3/pay/transactions/codepay";

    @Test
    void aScannedCodeIsChargedAtOnceWithoutANotification() {
        String no = number();
        Merchant.Answer answer = charge(no, code("success"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("trade_state").asString()).isEqualTo("SUCCESS");
        assertThat(answer.body().path("trade_type").asString()).isEqualTo("MICROPAY");
        assertThat(simulators.control().notifications()).isEmpty();
    }

    @Test
    void whileThePayerTypesTheAnswerIs202AndTheOrderEndsLater() {
        String good = number();
        String bad = number();

        Merchant.Answer answer = charge(good, code("userpaying-then-success"));
        charge(bad, code("userpaying-then-fail"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.code()).isEqualTo("USERPAYING");
        assertThat(answer.body().path("trade_state").asString()).isEqualTo("USERPAYING");
        Inbox.await(() -> merchant.state(good).equals("SUCCESS"));
        Inbox.await(() -> merchant.state(bad).equals("PAYERROR"));
    }

    @RepeatedTest(20)
    void aDoubleScanOfOneOrderChargesOnce() {
        String no = number();
        ObjectNode order = merchant.barcode(no, 600, code("success"));

        List<String> transactions = race(() ->
                merchant.post(CODEPAY, order).body().path("transaction_id").asString());

        assertThat(transactions.stream().distinct()).hasSize(1);
        assertThat(simulators.control().totals().paid()).isEqualTo(600);
    }

    @Test
    void anotherCodeUnderTheSameOrderNumberIsRefused() {
        String no = number();
        charge(no, code("success"));

        assertThat(charge(no, code("success")).code()).isEqualTo("OUT_TRADE_NO_USED");
    }

    @Test
    void aCodeIsGoodForOneOrderAndOneMinute() {
        String used = code("success");
        charge(number(), used);
        String old = code("success");

        assertThat(charge(number(), used).code()).isEqualTo("AUTH_CODE_INVALID");
        simulators.clock().advance(Duration.ofMinutes(1));
        assertThat(charge(number(), old).code()).isEqualTo("AUTH_CODE_INVALID");
        assertThat(charge(number(), "130000000000000000").code()).isEqualTo("AUTH_CODE_INVALID");
    }

    @Test
    void withoutMoneyThePaymentFails() {
        String no = number();
        Merchant.Answer answer = charge(no, code("not-enough"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("NOT_ENOUGH");
        assertThat(merchant.state(no)).isEqualTo("PAYERROR");
    }

    @Test
    void aReversedPaymentCanNoLongerBePaid() {
        String no = number();
        charge(no, code("userpaying"));

        assertThat(reverse(no).status()).isEqualTo(200);
        assertThat(reverse(no).status()).isEqualTo(200);
        assertThat(http("POST", "/_sim/pay/" + no + "/pay", "").statusCode()).isEqualTo(409);
        assertThat(merchant.state(no)).isEqualTo("REVOKED");
    }

    @Test
    void reversingAPaidOneGivesTheMoneyBack() {
        String no = number();
        charge(no, code("success"));

        reverse(no);

        assertThat(simulators.control().totals().paid()).isZero();
    }

    private String code(String behaviour) {
        String code = json("POST", "/_sim/pay/auth-codes", "{\"payer\":\"o-lina\",\"behaviour\":\"" + behaviour + "\"}")
                .path("auth_code")
                .asString();
        assertThat(code).matches("1[0-5]\\d{16}");
        return code;
    }

    private Merchant.Answer charge(String no, String code) {
        return merchant.post(CODEPAY, merchant.barcode(no, 600, code));
    }

    private Merchant.Answer reverse(String no) {
        return merchant.post(
                "/v3/pay/transactions/out-trade-no/" + no + "/reverse",
                Merchant.JSON
                        .createObjectNode()
                        .put("appid", merchant.set("wechat.app-id"))
                        .put("mchid", merchant.set("pay.mch-id")));
    }
}
