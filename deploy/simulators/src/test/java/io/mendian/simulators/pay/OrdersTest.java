package io.mendian.simulators.pay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.Merchant;
import io.mendian.simulators.WithSimulators;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OrdersTest extends WithSimulators {

    private static final String JSAPI = "/v3/pay/transactions/jsapi";

    @Test
    void theSameOrderAgainIsTheSamePrepayWhateverTheOrderOfItsFields() {
        ObjectNode order = merchant.order(number(), 600);
        ObjectNode turned = Merchant.JSON.createObjectNode();
        order.properties().stream().toList().reversed().forEach(p -> turned.set(p.getKey(), p.getValue()));

        JsonNode first = merchant.post(JSAPI, order).body();
        JsonNode second = merchant.post(JSAPI, turned).body();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void theSameNumberWithAnotherAmountIsRefused() {
        String no = number();
        merchant.post(JSAPI, merchant.order(no, 600));

        Merchant.Answer second = merchant.post(JSAPI, merchant.order(no, 601));

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.body().path("message").asString()).isEqualTo("201 商户订单号重复");
    }

    @Test
    void sixteenAtOnceGetOnePrepay() {
        ObjectNode order = merchant.order(number(), 600);

        assertThat(race(() -> merchant.post(JSAPI, order).body()).stream().distinct())
                .hasSize(1);
    }

    @Test
    void aPaidOrderTellsWhoPaidWhatAndWhen() {
        String no = placed(600);
        simulators.control().pay(no, "o-other", 50);

        JsonNode order = merchant.query(no);

        assertThat(order.path("trade_state").asString()).isEqualTo("SUCCESS");
        assertThat(order.path("payer").path("openid").asString()).isEqualTo("o-other");
        assertThat(order.path("amount").path("total").asLong()).isEqualTo(600);
        assertThat(order.path("amount").path("payer_total").asLong()).isEqualTo(550);
        assertThat(order.path("promotion_detail").path(0).path("amount").asLong())
                .isEqualTo(50);
        assertThat(order.path("success_time").asString()).endsWith("+08:00");
        assertThat(order.path("transaction_id").asString()).hasSize(28);
        assertThat(merchant.get("/v3/pay/transactions/id/"
                                + order.path("transaction_id").asString() + "?mchid=" + merchant.set("pay.mch-id"))
                        .body())
                .isEqualTo(order);
    }

    @Test
    void aPaidOrderCannotBePlacedClosedOrPaidAgain() {
        String no = paid(600);

        assertThat(merchant.post(JSAPI, merchant.order(no, 600).put("notify_url", inbox.url()))
                        .code())
                .isEqualTo("ORDERPAID");
        assertThat(close(no).code()).isEqualTo("ORDERPAID");
        assertThat(http("POST", "/_sim/pay/" + no + "/pay", "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void aClosedOrderCannotBePaidAndClosingTwiceIsClosingOnce() {
        String no = placed(600);

        assertThat(close(no).status()).isEqualTo(204);
        assertThat(close(no).status()).isEqualTo(204);
        assertThat(http("POST", "/_sim/pay/" + no + "/pay", "").statusCode()).isEqualTo(409);
        assertThat(merchant.state(no)).isEqualTo("CLOSED");
    }

    @Test
    void anOrderIsClosedFromItsTimeExpireOn() {
        String no = number();
        String inTwoMinutes = OffsetDateTime.now(ZoneOffset.ofHours(8))
                .plusMinutes(2)
                .withNano(0)
                .toString();
        merchant.post(JSAPI, merchant.order(no, 600).put("time_expire", inTwoMinutes));

        simulators.clock().advance(Duration.ofMinutes(2));

        assertThat(merchant.state(no)).isEqualTo("CLOSED");
    }

    @Test
    void aFailedPaymentLeavesTheOrderPayable() {
        String no = placed(600);
        simulators.control().fail(no, "余额不足");

        assertThat(merchant.query(no).path("trade_state_desc").asString()).isEqualTo("余额不足");
        simulators.control().pay(no, "", 0);
        assertThat(merchant.state(no)).isEqualTo("SUCCESS");
    }

    @Test
    void nativePayGivesACodeToScan() {
        String no = number();
        Merchant.Answer answer = merchant.post("/v3/pay/transactions/native", merchant.order(no, 600));

        assertThat(answer.body().path("code_url").asString()).startsWith("weixin://wxpay/bizpayurl?pr=");
    }

    @ParameterizedTest
    @CsvSource({
        "/amount/total, 0, PARAM_ERROR",
        "/amount/total, 600.0, PARAM_ERROR",
        "/amount/currency, '\"USD\"', PARAM_ERROR",
        "/out_trade_no, '\"short\"', PARAM_ERROR",
        "/out_trade_no, '\"with blank 1\"', PARAM_ERROR",
        "/notify_url, '\"http://a.cn/x?y=1\"', PARAM_ERROR",
        "/payer/openid, '\"\"', PARAM_ERROR",
        "/appid, '\"wx0\"', APPID_MCHID_NOT_MATCH"
    })
    void aWrongParameterIsRefused(String field, String value, String code) {
        ObjectNode order = merchant.order(number(), 600);
        int slash = field.lastIndexOf('/');
        ((ObjectNode) order.at(field.substring(0, slash)))
                .set(field.substring(slash + 1), Merchant.JSON.readTree(value));

        Merchant.Answer answer = merchant.post(JSAPI, order);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void anUnknownOrderIsNotFound() {
        Merchant.Answer answer =
                merchant.get("/v3/pay/transactions/out-trade-no/NOSUCH1?mchid=" + merchant.set("pay.mch-id"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("ORDER_NOT_EXIST");
    }

    @Test
    void theMiniProgramPaysOnlyWithTheMerchantsPaySign() {
        String no = number();
        String prepay = merchant.post(JSAPI, merchant.order(no, 600))
                .body()
                .path("prepay_id")
                .asString();
        String app = merchant.set("wechat.app-id");
        ObjectNode call = Merchant.JSON
                .createObjectNode()
                .put("appId", app)
                .put("timeStamp", "1700000000")
                .put("nonceStr", "n1")
                .put("package", "prepay_id=" + prepay)
                .put("signType", "RSA")
                .put("paySign", merchant.sign(app + "\n1700000000\nn2\nprepay_id=" + prepay + "\n"));

        assertThat(http("POST", "/_sim/pay/request-payment", call.toString()).statusCode())
                .isEqualTo(409);
        call.put("paySign", merchant.sign(app + "\n1700000000\nn1\nprepay_id=" + prepay + "\n"));
        assertThat(http("POST", "/_sim/pay/request-payment", call.toString()).statusCode())
                .isEqualTo(200);
        assertThat(merchant.state(no)).isEqualTo("SUCCESS");
    }

    private Merchant.Answer close(String no) {
        return merchant.post(
                "/v3/pay/transactions/out-trade-no/" + no + "/close",
                Merchant.JSON.createObjectNode().put("mchid", merchant.set("pay.mch-id")));
    }
}
