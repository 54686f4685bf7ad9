package io.mendian.member.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The terms that were agreed when it was bought, and who reads them. */
class PrepaidContractTest extends AssetRefundCase {

    @Test
    void betterTermsThatWereAgreedWinAndLaterOnesToo() {
        Api hq = api.as(TestCallers.headquarters());
        hq.put(
                        "/hq/v1/refund-policies/GENEROUS",
                        Map.of(
                                "coolingOffDays",
                                30,
                                "consumerTerms",
                                "PROPORTIONAL",
                                "listPermille",
                                1000,
                                "textVersion",
                                "2026-11"))
                .expect(200);
        hq.put(
                        "/hq/v1/refund-policies/MEAN",
                        Map.of(
                                "coolingOffDays",
                                6,
                                "consumerTerms",
                                "PROPORTIONAL",
                                "listPermille",
                                1000,
                                "textVersion",
                                "x"))
                .expect(400);
        hq.put("/hq/v1/prepaid-products/SKU:88001", Map.of("policy", "NOBODY"))
                .expectProblem(404, "REFUND_POLICY_UNKNOWN");
        Sale sale = recharged();
        spend(5_500);
        hq.put("/hq/v1/prepaid-products/PACKAGE:null", Map.of("policy", "GENEROUS"))
                .expect(400);
        assertThat(quote(sale, "CONSUMER", 10_000).json().path("refundMinor").asLong())
                .isEqualTo(4_500);
    }

    @Test
    void theMemberReadsHisContractAndNobodyElse() {
        Sale sale = recharged();
        Api me = api.as(TestCallers.member(member));
        JsonNode contract =
                me.get("/app/v1/me/prepaid-contracts").expect(200).json().get(0);
        assertThat(contract.path("terms").path("bonusMinor").asLong()).isEqualTo(1_000);
        assertThat(contract.path("terms").path("textVersion").asString()).isNotBlank();
        String path = "/app/v1/me/prepaid-contracts/" + sale.orderId() + "/1";
        me.get(path).expect(200);
        me.get(path + "/refund-quote?cause=MERCHANT").expect(200);
        Api stranger = api.as(TestCallers.member(Sale.someone()));
        assertThat(stranger.get(path).expect(404).json().path("code").asString())
                .isEqualTo(stranger.get("/app/v1/me/prepaid-contracts/1/1")
                        .expect(404)
                        .json()
                        .path("code")
                        .asString());
        stranger.get(path + "/refund-quote").expectProblem(404, "PREPAID_CONTRACT_UNKNOWN");
    }
}
