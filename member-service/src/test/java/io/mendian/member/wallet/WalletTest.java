package io.mendian.member.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.StoredValueChanged;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class WalletTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    private final MemberKey member = Sale.someone();

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void aRechargeOf100Gets10InASeparateLedgerOnce() {
        OrderPaid paid = assets.saleTo(member).recharge(10_000, 1_000).paid();
        deliveries.deliverTwice(paid);
        deliveries.deliverInParallel(paid, 4);
        Assets.race(4, i -> () -> deliveries.deliver(paid));
        JsonNode statement = api.as(TestCallers.member(member))
                .get("/app/v1/me/stored-value")
                .expect(200)
                .json();
        assertThat(statement.path("principalMinor").asLong()).isEqualTo(10_000);
        assertThat(statement.path("bonusMinor").asLong()).isEqualTo(1_000);
        assertThat(statement.path("entries")).hasSize(2);
        assertThat(assets.number("SELECT SUM(delta_minor) FROM wallet_entry WHERE member_key = ?", member))
                .isEqualTo(11_000);
        assertThat(outbox.events(StoredValueChanged.class, member.text()))
                .singleElement()
                .satisfies(event -> assertThat(event.bonusDeltaMinor()).isEqualTo(1_000));
    }

    @Test
    void aRefundedRechargeGoesBackWithItsBonus() {
        Sale sale = assets.saleTo(member).line("RECHARGE", "充值", 3, 10_000, null, new RechargeTerms(null, 3_333, 334));
        deliveries.deliver(sale.paid());
        deliveries.deliverTwice(sale.refund(1, 1, 3_333).event());
        assertThat(balance("principal_minor")).isEqualTo(9_999 - 3_333);
        assertThat(balance("bonus_minor")).isEqualTo(1_002 - 334);
        deliveries.deliver(sale.refund(1, 2, 6_667).full().event());
        assertThat(balance("principal_minor")).isZero();
        assertThat(balance("bonus_minor")).isZero();
    }

    @Test
    void aRefundOfARechargeThatWasSpentTakesWhatIsLeftAndRaisesAnAlarm() {
        Sale sale = assets.saleTo(member).recharge(10_000, 1_000);
        deliveries.deliver(sale.paid());
        deliveries.deliver(assets.saleTo(member).goods(8_800).storedValue(8_800).paid());
        Sale.Refund refund = sale.refund(1, 1, 10_000).full();
        deliveries.deliverTwice(refund.event());
        assertThat(balance("principal_minor + bonus_minor")).isZero();
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/alarms/member")
                        .expect(200)
                        .body())
                .contains("RECHARGE_SPENT", refund.refundId());
    }

    @Test
    void headquartersOffersAndWithdrawsRechargePackages() {
        Api hq = api.as(TestCallers.headquarters());
        Map<String, Object> body = Map.of("name", "充100送10", "principalMinor", 10_000, "bonusMinor", 1_000);
        String id = hq.post("/hq/v1/recharge-packages", body)
                .expect(201)
                .json()
                .path("id")
                .asString();
        JsonNode known = assets.asOrderService()
                .get("/internal/v1/recharge-packages/" + id)
                .expect(200)
                .json();
        assertThat(known.path("principalMinor").asLong()).isEqualTo(10_000);
        assertThat(known.path("active").asBoolean()).isTrue();
        hq.delete("/hq/v1/recharge-packages/" + id).expect(204);
        assertThat(api.as(TestCallers.member(member))
                        .get("/app/v1/recharge-packages")
                        .body())
                .doesNotContain(id);
        assertThat(hq.get("/hq/v1/recharge-packages").body()).contains(id);
        assets.asOrderService().get("/internal/v1/recharge-packages/1").expectProblem(404, "RECHARGE_PACKAGE_UNKNOWN");
    }

    @Test
    void aRechargeAboveTheCapOfPrepaidCardsIsRefused() {
        api.as(TestCallers.headquarters())
                .post("/hq/v1/recharge-packages", Map.of("name", "大额", "principalMinor", 500_001, "bonusMinor", 0))
                .expectProblem(400, "RECHARGE_TOO_LARGE");
    }

    private long balance(String column) {
        return assets.number("SELECT " + column + " FROM wallet_account WHERE member_key = ?", member);
    }
}
