package io.mendian.booking;

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
                        "POST /hq/v1/stores/{storeId}/resources",
                        "PUT /hq/v1/stores/{storeId}/resources/{resourceId}",
                        "PUT /hq/v1/stores/{storeId}/resources/{resourceId}/shifts",
                        "PUT /hq/v1/stores/{storeId}/resources/{resourceId}/shifts/{day}",
                        "DELETE /hq/v1/stores/{storeId}/resources/{resourceId}/leave/{leaveId}",
                        "POST /hq/v1/stores/{storeId}/class-sessions/{sessionId}/cancel",
                        "PUT /hq/v1/stores/{storeId}/class-series/{seriesId}/dates/{day}",
                        "POST /hq/v1/stores/{storeId}/resources/{resourceId}/leave",
                        "POST /hq/v1/stores/{storeId}/class-series",
                        "PUT /hq/v1/stores/{storeId}/class-series/{seriesId}",
                        "POST /hq/v1/stores/{storeId}/class-series/{seriesId}/end")
                .check();
        assertThat(refused).isPositive();
    }
}
