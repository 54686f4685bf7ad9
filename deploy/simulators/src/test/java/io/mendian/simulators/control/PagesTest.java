package io.mendian.simulators.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.Merchant;
import io.mendian.simulators.WithSimulators;
import org.junit.jupiter.api.Test;

class PagesTest extends WithSimulators {

    @Test
    void theCashierShowsTheAmountAndItsButtonPays() {
        String no = placed(1205);

        assertThat(http("GET", "/_sim/cashier/" + no, "").body())
                .contains("¥12.05")
                .contains(">支付</button>");
        assertThat(http("POST", "/_sim/cashier/" + no, "act=pay").body()).contains("支付成功");
        assertThat(http("POST", "/_sim/cashier/" + no, "act=pay").statusCode()).isEqualTo(200);
        assertThat(merchant.state(no)).isEqualTo("SUCCESS");
        assertThat(inbox.atLeast(1)).hasSize(1);
    }

    @Test
    void aDescriptionCannotBringMarkupIntoThePage() {
        String no = number();
        merchant.post("/v3/pay/transactions/jsapi", merchant.order(no, 1).put("description", "<script>1</script>"));

        assertThat(http("GET", "/_sim/cashier/" + no, "").body()).doesNotContain("<script>");
    }

    @Test
    void theWalletShowsABarcodeThatCanBeCharged() {
        String page = http("GET", "/_sim/wallet?openid=o-lina", "").body();
        String code = page.replaceAll("(?s).*class=\"code\">(\\d{18})<.*", "$1");

        Merchant.Answer answer = merchant.post("/v3/pay/transactions/codepay", merchant.barcode(number(), 600, code));

        assertThat(answer.body().path("payer").path("openid").asString()).isEqualTo("o-lina");
    }
}
