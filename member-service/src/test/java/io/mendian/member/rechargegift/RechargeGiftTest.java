package io.mendian.member.rechargegift;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.member.grant.AdvanceGrants;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class RechargeGiftTest {

    private static final SkuId YOGA = SkuId.of(99_301);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    CreditInstalments creditInstalments;

    @Autowired
    AdvanceGrants advanceGrants;

    @Autowired
    WithdrawRechargeCoupons withdrawCoupons;

    @Autowired
    FakeGrantedCoupons marketing;

    @Autowired
    JdbcTemplate jdbc;

    private final MemberKey member = Sale.someone();

    @AfterEach
    void theBooksBalance() {
        grantCoupons();
        assets.balance();
    }

    private void grantCoupons() {
        clock.advance(Duration.ofSeconds(30));
        advanceGrants.advanceDue(200);
    }

    @Test
    void instalmentsAreCreditedOnTheirDayEachOnceAndPointsAndCardAtOnce() {
        Sale sale = recharged();
        OrderPaid paid = sale.paid();
        deliveries.deliverTwice(paid);
        Assets.race(4, i -> () -> deliveries.deliver(paid));
        assertThat(bonus()).isEqualTo(1_000);
        assertThat(assets.points(member)).isEqualTo(500);
        assertThat(assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member))
                .isEqualTo(4);
        clock.advance(Duration.ofDays(29));
        creditAll();
        assertThat(bonus()).isEqualTo(1_000);
        clock.advance(Duration.ofDays(2));
        Assets.race(6, i -> () -> creditInstalments.credit(100));
        creditAll();
        assertThat(bonus()).isEqualTo(1_300);
        clock.advance(Duration.ofDays(30));
        creditAll();
        assertThat(bonus()).isEqualTo(1_700);
        assertThat(assets.number(
                        "SELECT COUNT(*) FROM wallet_entry WHERE member_key = ? AND cause_type = 'INSTALMENT'", member))
                .isEqualTo(2);
    }

    @Test
    void aRefundedRechargeStopsTheRestAndTakesItsPointsItsCardAndItsCouponsWithIt() {
        Sale sale = recharged();
        deliveries.deliver(sale.paid());
        grantCoupons();
        assertThat(coupons("GIVEN")).isEqualTo(2);
        String refundId = Long.toString(Ids.next());
        refund(sale, refundId).expect(200);
        clock.advance(Duration.ofDays(61));
        creditAll();
        assertThat(bonus())
                .as("nothing is credited while the refund is under way")
                .isEqualTo(1_000);
        deliveries.deliverTwice(sale.refund(1, 1, 10_000).id(refundId).full().event());
        creditAll();
        assertThat(assets.number(
                        "SELECT principal_minor + bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isZero();
        assertThat(assets.points(member)).isZero();
        assertThat(assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member))
                .isZero();
        for (int i = 0; i < 3; i++) {
            withdrawCoupons.withdraw(100);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(coupons("WITHDRAWN")).isEqualTo(2);
        assertThat(grants())
                .allSatisfy(grant -> assertThat(marketing.asked(grant)).isEqualTo(2));
    }

    @Test
    void aRefundThatIsGivenUpLetsTheInstalmentsRunOn() {
        Sale sale = recharged();
        deliveries.deliver(sale.paid());
        String refundId = Long.toString(Ids.next());
        refund(sale, refundId).expect(200);
        assets.asOrderService().delete("/internal/v1/asset-refunds/" + refundId).expect(204);
        clock.advance(Duration.ofDays(61));
        creditAll();
        assertThat(bonus()).isEqualTo(1_700);
    }

    @Test
    void creditingAndRefundingAtTheSameInstantDoNeverBoth() {
        for (int round = 0; round < 4; round++) {
            MemberKey someone = Sale.someone();
            RechargeTerms terms = terms();
            Sale sale = assets.saleTo(someone).line("RECHARGE", "充值", 1, 10_000, null, terms);
            deliveries.deliver(sale.paid());
            clock.advance(Duration.ofDays(6));
            jdbc.update(
                    "UPDATE bonus_instalment SET due_at = ? WHERE member_key = ?",
                    java.sql.Timestamp.from(clock.instant()),
                    someone.value());
            String refundId = Long.toString(Ids.next());
            io.mendian.testkit.Race.run(
                    2,
                    i -> () -> i == 0
                            ? creditInstalments.credit(100)
                            : refund(sale, refundId).status());
            creditAll();
            theBooksBalance();
        }
    }

    private RechargeTerms terms() {
        Map<String, Object> extras = Map.of(
                "instalments",
                        List.of(Map.of("afterDays", 30, "bonusMinor", 300), Map.of("afterDays", 60, "bonusMinor", 400)),
                "points", 500,
                "coupons", List.of(Map.of("templateId", "7001", "count", 2, "valueMinor", 500)),
                "cards",
                        List.of(Map.of(
                                "productSkuId",
                                YOGA.text(),
                                "name",
                                "体验课",
                                "uses",
                                4,
                                "serviceSkuIds",
                                List.of(YOGA.text()),
                                "valueMinor",
                                2_000)));
        String id = api.as(TestCallers.headquarters())
                .post(
                        "/hq/v1/recharge-packages",
                        Map.of("name", "充100", "principalMinor", 10_000, "bonusMinor", 1_000, "extras", extras))
                .expect(201)
                .json()
                .path("id")
                .asString();
        return new RechargeTerms(id, 10_000, 1_000);
    }

    private Sale recharged() {
        // an order gets what is on offer when it is paid
        RechargeTerms terms = terms();
        return assets.saleTo(member).line("RECHARGE", "充值", 1, 10_000, null, terms);
    }

    private void creditAll() {
        while (creditInstalments.credit(100) > 0) {
            // until nothing is due
        }
    }

    private Api.Answer refund(Sale sale, String refundId) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/asset-refunds",
                        Map.of(
                                "refundId",
                                refundId,
                                "orderId",
                                sale.orderId().text(),
                                "lineId",
                                "1",
                                "cause",
                                "CONSUMER",
                                "paidMinor",
                                10_000,
                                "expectedRefundMinor",
                                10_000));
    }

    private long bonus() {
        return assets.number("SELECT bonus_minor FROM wallet_account WHERE member_key = ?", member);
    }

    private long coupons(String status) {
        return assets.number(
                "SELECT COUNT(*) FROM recharge_coupon c JOIN coupon_grant g ON g.grant_id = c.grant_id"
                        + " WHERE g.member_key = ? AND c.status = '" + status + "'",
                member);
    }

    private List<String> grants() {
        return jdbc.queryForList(
                "SELECT CAST(grant_id AS CHAR) FROM coupon_grant WHERE member_key = ?", String.class, member.value());
    }
}
