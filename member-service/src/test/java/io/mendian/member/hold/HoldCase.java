package io.mendian.member.hold;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A member with a thousand points and eleven thousand stored, and the holds on them. */
@MendianTest
abstract class HoldCase {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ExpireHolds expireHolds;

    @Autowired
    MovableClock clock;

    @Autowired
    OutboxProbe outbox;

    final MemberKey member = Sale.someone();

    @BeforeEach
    void theMemberHasAThousandPointsAndElevenThousandStored() {
        assets.earn(member, 90_000);
        assets.earn(member, 10_000);
        assets.recharge(member, 10_000, 1_000);
    }

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    long paidOrders(MemberKey buyer) {
        return assets.asOrderService()
                .get("/internal/v1/members/" + buyer + "/checkout-context")
                .expect(200)
                .json()
                .path("paidOrders")
                .asLong(-1);
    }
}
