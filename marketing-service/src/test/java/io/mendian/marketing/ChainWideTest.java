package io.mendian.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.ChainWideRoutes;
import io.mendian.testkit.MendianTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What headquarters writes for the whole chain is refused to those who look after some of its stores. */
@MendianTest
class ChainWideTest {

    @Autowired
    ChainWideRoutes routes;

    @Test
    void whatConcernsTheWholeChainIsForThoseWhoReachIt() {
        int refused = routes.open(
                        "charges of a store; those of the chain (0) ask for the chain", "PUT /hq/v1/charges/{storeId}")
                .open(
                        "an offer of some stores is for those who reach them; one of the whole chain asks for the chain",
                        "POST /hq/v1/campaign-offers",
                        "POST /hq/v1/campaign-offers/{offerId}/end")
                .open(
                        "changes nothing: what a rule would do",
                        "POST /hq/v1/promotions/{promotionId}/check",
                        "POST /hq/v1/coupon-templates/{templateId}/check")
                .check();
        assertThat(refused).isPositive();
    }
}
