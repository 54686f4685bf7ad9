package io.mendian.marketing.coupon;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.claim;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static io.mendian.marketing.Marketing.template;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@MendianTest
class CouponReturnsTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final MemberKey member = newMember();
    private final OrderId order = newOrder();

    @Test
    void aUsedCouponComesBackUnlessItHasExpired() {
        String coupon = claim(api, template(api, amountOff(1000, 100)), member);
        Map<String, Object> hold = new HashMap<>(Map.of(
                "holdId",
                order.text(),
                "memberKey",
                member.text(),
                "couponIds",
                java.util.List.of(coupon),
                "expiresAt",
                Instant.parse("2099-01-01T00:00:00Z").toString()));
        machine(api).post("/internal/v1/coupon-holds", hold).expect(200);
        deliveries.deliver(paid(order, member, 4_300, clock.instant(), coupon));
        assertThat(fate(coupon)).isEqualTo("RETURNED");
        jdbc.sql("UPDATE coupon SET valid_from = '2000-01-01', valid_to = '2001-01-01' WHERE id = ?")
                .param(coupon)
                .update();
        assertThat(fate(coupon)).isEqualTo("EXPIRED");
    }

    @Test
    void aCouponGivenForThePurchaseGoesWithItIfUnused() {
        String given = template(api, with(amountOff(1000, 100), "issueOn", "ORDER_PAID"));
        deliveries.deliver(paid(order, member, 4_300, clock.instant()));
        String coupon = jdbc.sql("SELECT id FROM coupon WHERE template_id = ? AND cause_id = ?")
                .params(given, order.text())
                .query(String.class)
                .single();
        assertThat(fate(coupon)).isEqualTo("WITHDRAWN");
        jdbc.sql("UPDATE coupon SET state = 'USED', order_id = 1 WHERE id = ?")
                .param(coupon)
                .update();
        assertThat(fate(coupon)).isEqualTo("KEPT");
        jdbc.sql("UPDATE coupon SET state = 'AVAILABLE', order_id = NULL WHERE id = ?")
                .param(coupon)
                .update();
    }

    private String fate(String coupon) {
        for (JsonNode one : machine(api)
                .get("/internal/v1/orders/" + order.text() + "/coupon-returns")
                .expect(200)
                .json()) {
            if (one.path("couponId").asString().equals(coupon)) {
                return one.path("fate").asString();
            }
        }
        return "none";
    }
}
