package io.mendian.order;

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
                        "a refund of one store's order",
                        "POST /hq/v1/refunds/{id}/retry",
                        "POST /hq/v1/refunds/{id}/parts/{partId}/other-way",
                        "POST /hq/v1/refunds/{id}/parts/{partId}/other-way/agree")
                .check();
        assertThat(refused).isPositive();
    }
}
