package io.mendian.inventory;

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
                        "the store in the path is reached, or does not exist",
                        "POST /hq/v1/stores/{storeId}/stock/receipts",
                        "POST /hq/v1/stores/{storeId}/stock/adjustments",
                        "PUT /hq/v1/stores/{storeId}/stock/{skuId}/safety",
                        "POST /hq/v1/stores/{storeId}/stock/transfers")
                .open("an alert of one store", "POST /hq/v1/stock/alerts/{alertId}/seen")
                .check();
        assertThat(refused).isPositive();
    }
}
