package io.mendian.marketing.hold;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static io.mendian.marketing.Marketing.refunded;
import static io.mendian.marketing.Marketing.template;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A printed code gives its goods once, to whoever shows it at whichever counter. */
@MendianTest
class CodeAtCounterTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    Deliveries deliveries;

    @Test
    void aCodeGivesItsGoodsAndIsUsedUpByThePaidOrder() {
        String template = template(api, gift(Map.of("giftSkuId", "55", "quantity", 2)));
        String code = code(template);
        var goods = quote(code).expect(200).json();
        assertThat(goods.path("skuId").asString()).isEqualTo("55");
        assertThat(goods.path("quantity").asLong()).isEqualTo(2);
        String coupon = goods.path("couponId").asString();
        OrderId order = newOrder();
        hold(order, coupon).expect(200);
        hold(order, coupon).expect(200);
        quote(code).expectProblem(409, "COUPON_ALREADY_USED");
        OrderPaid paid = paid(order, null, 0, clock.instant(), coupon);
        deliveries.deliverInParallel(paid, 4);
        assertThat(state(coupon)).isEqualTo("USED");
        assertThat(moves(coupon)).containsExactly("GIVEN", "HELD", "USED");
        assertThat(issued(template)).isEqualTo(1);
        assertThat(shortages(order)).isZero();
    }

    @Test
    void ofSixteenTillsOneHoldsTheCode() {
        String template = template(api, gift(Map.of("giftSkuId", "55", "quantity", 1)));
        String coupon = couponOf(code(template));
        List<OrderId> orders = Stream.generate(() -> newOrder()).limit(16).toList();
        var outcomes = Race.run(16, i -> () -> hold(orders.get(i), coupon).status());
        assertThat(outcomes.stream().map(each -> Objects.requireNonNull(each.value())))
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(1);
        assertThat(moves(coupon)).containsExactly("GIVEN", "HELD");
        assertThat(issued(template)).isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM coupon_hold WHERE coupon_ids = ?", coupon + ":0"))
                .isEqualTo(1);
    }

    @Test
    void whatIsReleasedOrReturnedMayBeShownAgain() {
        String code = code(template(api, gift(Map.of("giftSkuId", "55", "quantity", 1))));
        String coupon = couponOf(code);
        OrderId given = newOrder();
        hold(given, coupon).expect(200);
        machine(api).delete("/internal/v1/coupon-holds/" + given).expect(204);
        OrderId order = newOrder();
        hold(order, coupon).expect(200);
        deliveries.deliver(paid(order, null, 0, clock.instant(), coupon));
        deliveries.deliver(refunded(order, null, clock.instant(), true, coupon));
        assertThat(state(coupon)).isEqualTo("AVAILABLE");
        hold(newOrder(), coupon).expect(200);
    }

    @Test
    void aMemberAndACounterNeverBothHaveTheCode() {
        for (int round = 0; round < 5; round++) {
            String code = code(template(api, gift(Map.of("giftSkuId", "55", "quantity", 1))));
            String coupon = couponOf(code);
            MemberKey member = newMember();
            OrderId order = newOrder();
            Race.run(2, i -> () -> (i == 0 ? claim(member, code) : hold(order, coupon)).status());
            assertThat(number("SELECT COUNT(*) FROM coupon WHERE cause_type = 'CODE' AND cause_id = ?", coupon))
                    .isEqualTo(1);
            boolean members = number("SELECT member_key FROM coupon_code WHERE id = ?", coupon) == member.value();
            assertThat(number("SELECT COUNT(*) FROM coupon_hold WHERE id = ?", order.text()))
                    .isEqualTo(members ? 0 : 1);
        }
    }

    @Test
    void aMemberMayClaimWhatWasShownButNotTaken() {
        Map<String, Object> one =
                with(gift(Map.of("giftSkuId", "55", "quantity", 1)), "limits", Map.of("perMember", 1));
        String template = template(api, one);
        String code = code(template);
        String coupon = couponOf(code);
        OrderId order = newOrder();
        hold(order, coupon).expect(200);
        claim(newMember(), code).expectProblem(409, "COUPON_CODE_USED");
        machine(api).delete("/internal/v1/coupon-holds/" + order).expect(204);
        MemberKey member = newMember();
        assertThat(claim(member, code).expect(201).json().path("couponId").asString())
                .isEqualTo(coupon);
        quote(code).expectProblem(409, "COUPON_CODE_CLAIMED");
        hold(newOrder(), coupon).expectProblem(409, "COUPON_CODE_CLAIMED");
        claim(member, code(template)).expectProblem(409, "COUPON_MEMBER_LIMIT");
    }

    @Test
    void onlyGoodsForAnybodyAtThisCounterAreGiven() {
        Map<String, Object> cup = gift(Map.of("giftSkuId", "55", "quantity", 1));
        refused(amountOff(0, 500), "COUPON_CODE_NEEDS_PURCHASE");
        refused(gift(Map.of("giftSkuId", "55", "quantity", 1, "thresholdMinor", 1000)), "COUPON_CODE_NEEDS_PURCHASE");
        refused(with(cup, "scope", Map.of("storeIds", List.of("7002"))), "COUPON_CODE_NOT_HERE");
        refused(with(cup, "audience", Map.of("channels", List.of("MINI_PROGRAM"))), "COUPON_CODE_NOT_HERE");
        refused(with(cup, "audience", Map.of("levels", List.of("GOLD"))), "COUPON_CODE_FOR_MEMBERS");
        refused(with(cup, "newMembersOnly", true), "COUPON_CODE_FOR_MEMBERS");
        refused(with(cup, "state", "DRAFT"), "COUPON_NOT_LIVE");
        quote("QQ12345678901").expectProblem(400, "COUPON_CODE_MISTYPED");
    }

    private void refused(Map<String, Object> offer, String problem) {
        quote(code(template(api, offer))).expectProblem(409, problem);
    }

    private static Map<String, Object> gift(Map<String, Object> settings) {
        return with(with(amountOff(0, 1), "kind", "GIFT"), "settings", settings);
    }

    private Api.Answer quote(String code) {
        return machine(api).post("/internal/v1/coupon-code-quotes", Map.of("code", code, "storeId", "7001"));
    }

    private String couponOf(String code) {
        return quote(code).expect(200).json().path("couponId").asString();
    }

    private Api.Answer hold(OrderId order, String coupon) {
        String until = clock.instant().plus(Duration.ofMinutes(15)).toString();
        return machine(api)
                .post(
                        "/internal/v1/coupon-code-holds",
                        Map.of("holdId", order.text(), "couponId", coupon, "expiresAt", until));
    }

    private Api.Answer claim(MemberKey member, String code) {
        return api.as(TestCallers.member(member)).post("/app/v1/coupon-codes/" + code + "/claims", Map.of());
    }

    private String code(String template) {
        Api hq = api.as(TestCallers.headquarters());
        String batch = hq.post("/hq/v1/coupon-templates/" + template + "/codes", Map.of("prefix", "AB", "count", 1))
                .expect(201)
                .json()
                .path("batchId")
                .asString();
        return hq.get("/hq/v1/coupon-templates/" + template + "/codes?batchId=" + batch)
                .json()
                .get(0)
                .path("code")
                .asString();
    }

    private String state(String coupon) {
        return jdbc.sql("SELECT state FROM coupon WHERE id = ?")
                .param(coupon)
                .query(String.class)
                .single();
    }

    private List<String> moves(String coupon) {
        return jdbc.sql("SELECT cause_type FROM coupon_entry WHERE coupon_id = ? ORDER BY id")
                .param(coupon)
                .query(String.class)
                .list();
    }

    private long issued(String template) {
        return number("SELECT issued FROM coupon_template WHERE id = ?", template);
    }

    private long shortages(OrderId order) {
        return number("SELECT COUNT(*) FROM coupon_shortage WHERE order_id = ?", order.text());
    }

    private long number(String sql, String value) {
        return jdbc.sql(sql).param(value).query(Long.class).single();
    }
}
