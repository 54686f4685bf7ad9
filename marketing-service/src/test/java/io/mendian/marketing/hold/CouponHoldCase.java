package io.mendian.marketing.hold;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.claim;
import static io.mendian.marketing.Marketing.hold;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static io.mendian.marketing.Marketing.template;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A claimed coupon and the orders that want it. */
@MendianTest
abstract class CouponHoldCase {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    ExpireCouponHolds expire;

    @Autowired
    JdbcClient jdbc;

    final MemberKey member = newMember();

    final OrderId order = newOrder();

    String coupon;

    @BeforeEach
    void aCoupon() {
        coupon = claim(api, template(api, amountOff(0, 700)), member);
    }

    void used() {
        held(order, coupon);
        deliveries.deliver(paid(order, member, 4_300, clock.instant(), coupon));
    }

    Api.Answer held(OrderId order, String coupon) {
        return post(hold(order, member, Instant.parse("2099-01-01T00:00:00Z"), coupon))
                .expect(200);
    }

    Api.Answer post(Map<String, Object> body) {
        return machine(api).post("/internal/v1/coupon-holds", body);
    }

    Instant soon() {
        return clock.instant().plus(Duration.ofHours(9));
    }

    OrderCancelled cancelled() {
        return new OrderCancelled(order, StoreId.of(7001), member, "CUSTOMER", clock.instant());
    }

    String state() {
        return jdbc.sql("SELECT state FROM coupon WHERE id = ?")
                .param(coupon)
                .query(String.class)
                .single();
    }

    long entries(String move) {
        return count("SELECT COUNT(*) FROM coupon_entry WHERE coupon_id = ? AND cause_type = '" + move + "'", coupon);
    }

    long holds(OrderId order) {
        return count("SELECT COUNT(*) FROM coupon_hold WHERE id = ?", order.text());
    }

    long shortages() {
        return count("SELECT COUNT(*) FROM coupon_shortage WHERE coupon_id = ?", coupon);
    }

    long count(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}
