package io.mendian.analytics;

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
        int refused = routes.check();
        assertThat(refused).isPositive();
    }
}
