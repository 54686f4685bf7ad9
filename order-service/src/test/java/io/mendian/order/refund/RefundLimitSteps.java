package io.mendian.order.refund;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.OutboxProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Refunds at their limits, for their tests. */
abstract class RefundLimitSteps {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    ReturnDesk desk;

    @Autowired
    PayProvider provider;

    @Autowired
    OutboxProbe outbox;

    StoreId store;

    Caller clerk;

    MemberKey member;

    @BeforeEach
    void begin() {
        provider.at().control().clearFaults();
        store = shop.store();
        clerk = shop.clerk(store);
        member = shop.member(0, 0);
    }

    @AfterEach
    void end() {
        provider.at().control().clearFaults();
    }

    String order(long price, long quantity) {
        return desk.weChatOrder(store, member, shop.goods(price), quantity, 0);
    }

    long open(String kind, String subject) {
        return desk.number("SELECT COUNT(*) FROM alarm WHERE open_mark = 1 AND kind = '" + kind + "' AND subject = '"
                + subject + "'");
    }
}
