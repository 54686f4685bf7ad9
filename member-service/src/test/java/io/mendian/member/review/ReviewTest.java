package io.mendian.member.review;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A review is written by who bought, looked at by somebody, paid once per line, and taken back with the goods. */
@MendianTest
class ReviewTest {

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

    private StoreId store;
    private MemberKey member;
    private Sale sale;

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

    @Test
    void aReviewPaysOnceAfterSomebodyHasLookedAtIt() {
        String id = written("1");
        assertThat(assets.points(member)).isZero();
        var outcomes = Race.run(8, i -> () -> approve(id).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(status -> status != null && status == 200))
                .hasSize(1);
        assertThat(assets.points(member)).isEqualTo(10);
        write("1").expectProblem(409, "REVIEW_WRITTEN");
        manager()
                .post("/store/v1/reviews/" + id + "/refuse", Map.of("reason", "广告"))
                .expectProblem(409, "REVIEW_DECIDED");
        var shown = api.as(TestCallers.member(People.joined(api, store, People.phone())))
                .get("/app/v1/products/" + sku(id) + "/reviews?before=" + (Long.parseLong(id) + 1))
                .expect(200)
                .json();
        assertThat(shown.get(0).path("text").asString()).isEqualTo("很好喝");
        assertThat(shown.get(0).has("memberKey")).isFalse();
    }

    @Test
    void eightTapsWriteOneReviewAndEachLineHasItsOwn() {
        Race.run(8, i -> () -> write("1").status());
        written("2");
        assertThat(number("SELECT COUNT(*) FROM review WHERE order_id = " + sale.orderId() + " AND member_key = ?"))
                .isEqualTo(2);
    }

    @Test
    void aRefusedReviewIsWrittenAgain() {
        String id = written("1");
        manager()
                .post("/store/v1/reviews/" + id + "/refuse", Map.of("reason", "含联系方式"))
                .expect(200);
        var own = api.as(TestCallers.member(member))
                .get("/app/v1/me/reviews")
                .json()
                .get(0);
        assertThat(own.path("status").asString() + own.path("decisionReason").asString())
                .isEqualTo("REFUSED含联系方式");
        assertThat(written("1")).isEqualTo(id);
        approve(id).expect(200);
        assertThat(assets.points(member)).isEqualTo(10);
    }

    @Test
    void aLineThatCameBackWholeTakesItsReviewWithItAPartDoesNot() {
        approve(written("1")).expect(200);
        deliveries.deliver(sale.refund(1, 1, 10).event());
        assertThat(assets.points(member)).isEqualTo(10);
        deliveries.deliverTwice(sale.refund(1, 1, 10).event());
        assertThat(assets.points(member)).isZero();
        assertThat(status("1")).isEqualTo("WITHDRAWN");
        write("1").expectProblem(409, "REVIEW_LINE_RETURNED");
    }

    @Test
    void whatIsSpentAlreadyIsOwed() {
        String id = written("1");
        approve(id).expect(200);
        Sale spends = assets.saleTo(member).in(store).goods(50).points(10);
        assets.hold(spends, member, 10, 0).expect(200);
        deliveries.deliver(spends.paid());
        deliveries.deliver(sale.refund(1, 2, 20).event());
        assertThat(number("SELECT debt FROM points_account WHERE member_key = ?"))
                .isEqualTo(10);
    }

    @Test
    void anOpenReviewOfReturnedGoodsIsNeverPaid() {
        String id = written("1");
        var refund = sale.refund(1, 2, 20).event();
        Race.run(2, i -> () -> {
            if (i == 0) {
                return approve(id).status();
            }
            deliveries.deliver(refund);
            return 200;
        });
        assertThat(assets.points(member)).isZero();
        assertThat(status("1")).isEqualTo("WITHDRAWN");
        approve(id).expectProblem(409, "REVIEW_DECIDED");
    }

    @Test
    void onlyBuyersReviewWhatTheyPaidInTime() {
        Sale gift = assets.saleTo(member).in(store).line("GIFT", "赠品", 1, 0, null, null);
        deliveries.deliver(gift.paid());
        api.as(TestCallers.member(member))
                .post("/app/v1/me/orders/" + gift.orderId() + "/lines/1/review", body())
                .expectProblem(409, "REVIEW_NOT_POSSIBLE");
        write("9").expectProblem(404, "NOT_FOUND");
        Map<String, Object> sixStars = new HashMap<>(body());
        sixStars.put("stars", 6);
        api.as(TestCallers.member(member)).post(path("1"), sixStars).expectProblem(400, "INVALID_REQUEST");
        clock.advance(Duration.ofDays(31));
        write("1").expectProblem(409, "REVIEW_TOO_LATE");
    }

    @Test
    void aClerkDoesNotDecide() {
        String id = written("1");
        api.as(TestCallers.clerk(5, store, Right.MEMBERS_WRITE, Right.MEMBERS_READ))
                .post("/store/v1/reviews/" + id + "/approve", "")
                .expect(403);
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/reviews?status=OPEN&limit=1")
                        .expect(200)
                        .json()
                        .get(0)
                        .path("reviewId")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void aCouponMayBeTheRewardAndGoesBackWithTheGoods() {
        Api hq = api.as(TestCallers.headquarters());
        hq.put("/hq/v1/review-rule", Map.of("points", 0, "templateId", "77", "withinDays", 30))
                .expect(200);
        try {
            String id = written("1");
            approve(id).expect(200);
            clock.advance(Duration.ofSeconds(10));
            advanceGrants.advanceDue(50);
            String grant = Long.toString(number("SELECT MAX(c.grant_id) FROM review_coupon c JOIN review r"
                    + " ON r.review_id = c.review_id WHERE r.member_key = ?"));
            assertThat(List.of(
                            couponStatus(),
                            api.as(TestCallers.member(member))
                                    .get("/app/v1/me/reviews")
                                    .json()
                                    .get(0)
                                    .path("couponId")
                                    .asString()))
                    .containsExactly("GIVEN", marketing.coupon(grant));
            deliveries.deliver(sale.refund(1, 2, 20).event());
            assertThat(couponStatus()).isEqualTo("TO_WITHDRAW");
        } finally {
            hq.put("/hq/v1/review-rule", Map.of("points", 10, "withinDays", 30)).expect(200);
        }
    }

    private String couponStatus() {
        return text(
                "SELECT c.status FROM review_coupon c JOIN review r ON r.review_id = c.review_id WHERE r.member_key = "
                        + member);
    }

    private String sku(String id) {
        return text("SELECT CAST(sku_id AS CHAR) FROM review WHERE review_id = " + id);
    }

    private String status(String line) {
        return text("SELECT status FROM review WHERE order_id = " + sale.orderId() + " AND line_id = '" + line + "'");
    }

    private String text(String sql) {
        return String.valueOf(jdbc.queryForObject(sql, String.class));
    }

    @Autowired
    org.springframework.jdbc.core.JdbcTemplate jdbc;

    private long number(String sql) {
        return assets.number(sql, member);
    }

    private static Map<String, Object> body() {
        return Map.of("stars", 5, "text", "很好喝");
    }

    private String path(String line) {
        return "/app/v1/me/orders/" + sale.orderId() + "/lines/" + line + "/review";
    }

    private Api.Answer write(String line) {
        return api.as(TestCallers.member(member)).post(path(line), body());
    }

    private String written(String line) {
        return write(line).expect(201).json().path("reviewId").asString();
    }

    private Api.Answer approve(String id) {
        return manager().post("/store/v1/reviews/" + id + "/approve", "");
    }

    private Api manager() {
        return api.as(TestCallers.clerk(6, store, Right.ORDERS_REFUND_APPROVE));
    }
}
