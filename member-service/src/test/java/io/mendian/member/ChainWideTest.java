package io.mendian.member;

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
        int refused = routes.open("one's own login", "POST /hq/v1/login/logout", "POST /hq/v1/login/password")
                .open(
                        "a member whom one of the caller's stores knows",
                        "PUT /hq/v1/members/{key}",
                        "POST /hq/v1/members/{key}/unmask",
                        "POST /hq/v1/members/{memberKey}/points-adjustments",
                        "POST /hq/v1/points-adjustments/{id}/approve",
                        "POST /hq/v1/points-adjustments/{id}/reject",
                        "POST /hq/v1/members/{memberKey}/stored-value-adjustments",
                        "POST /hq/v1/stored-value-adjustments/{id}/approve",
                        "POST /hq/v1/stored-value-adjustments/{id}/reject",
                        "POST /hq/v1/members/{memberKey}/level-grants",
                        "POST /hq/v1/members/{memberKey}/cards/{cardId}/freeze",
                        "POST /hq/v1/members/{memberKey}/cards/{cardId}/resume",
                        "POST /hq/v1/members/{memberKey}/cards/{cardId}/reissue",
                        "POST /hq/v1/members/{memberKey}/cards/{cardId}/extend",
                        "POST /hq/v1/members/{memberKey}/cards/{cardId}/report-loss",
                        "POST /hq/v1/members/{memberKey}/stored-value/report-loss",
                        "POST /hq/v1/members/{memberKey}/stored-value/lift-loss",
                        "POST /hq/v1/members/{memberKey}/transfers",
                        "POST /hq/v1/gift-cards/{id}/block",
                        "POST /hq/v1/gift-cards/{id}/unblock")
                .open(
                        "a store, its staff or its customers' reviews, that the caller reaches",
                        "PUT /hq/v1/stores/{id}",
                        "POST /hq/v1/staff",
                        "PUT /hq/v1/staff/{id}",
                        "POST /hq/v1/staff/{id}/leave",
                        "POST /hq/v1/staff/{id}/password",
                        "POST /hq/v1/reviews/{id}/approve",
                        "POST /hq/v1/reviews/{id}/refuse")
                .check();
        assertThat(refused).isPositive();
    }
}
