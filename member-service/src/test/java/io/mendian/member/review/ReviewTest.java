package io.mendian.member.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.People;
import io.mendian.member.history.Sale;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewTest extends ReviewCase {

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
}
