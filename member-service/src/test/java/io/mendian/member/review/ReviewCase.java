package io.mendian.member.review;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.Fakes;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.member.grant.AdvanceGrants;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A review is written by who bought, looked at by somebody, paid once per line, and taken back with the goods. */
@MendianTest
abstract class ReviewCase {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    AdvanceGrants advanceGrants;

    @Autowired
    Fakes.FakeMarketing marketing;

    @Autowired
    org.springframework.jdbc.core.JdbcTemplate jdbc;

    StoreId store;
    MemberKey member;
    Sale sale;

    @BeforeEach
    void aMemberWhoBought() {
        store = Shops.open(api).id();
        member = People.joined(api, store, People.phone());
        sale = assets.saleTo(member).in(store).line("GOODS", "饮料", 2, 20, null, null);
        sale.line("SERVICE", "课程", 1, 40, null, null);
        deliveries.deliver(sale.paid());
    }

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    String couponStatus() {
        return text(
                "SELECT c.status FROM review_coupon c JOIN review r ON r.review_id = c.review_id WHERE r.member_key = "
                        + member);
    }

    String sku(String id) {
        return text("SELECT CAST(sku_id AS CHAR) FROM review WHERE review_id = " + id);
    }

    String status(String line) {
        return text("SELECT status FROM review WHERE order_id = " + sale.orderId() + " AND line_id = '" + line + "'");
    }

    String text(String sql) {
        return String.valueOf(jdbc.queryForObject(sql, String.class));
    }

    long number(String sql) {
        return assets.number(sql, member);
    }

    static Map<String, Object> body() {
        return Map.of("stars", 5, "text", "很好喝");
    }

    String path(String line) {
        return "/app/v1/me/orders/" + sale.orderId() + "/lines/" + line + "/review";
    }

    Api.Answer write(String line) {
        return api.as(TestCallers.member(member)).post(path(line), body());
    }

    String written(String line) {
        return write(line).expect(201).json().path("reviewId").asString();
    }

    Api.Answer approve(String id) {
        return manager().post("/store/v1/reviews/" + id + "/approve", "");
    }

    Api manager() {
        return api.as(TestCallers.clerk(6, store, Right.ORDERS_REFUND_APPROVE));
    }
}
