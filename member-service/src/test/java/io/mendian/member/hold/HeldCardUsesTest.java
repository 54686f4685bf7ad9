package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.CardUsed;
import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class HeldCardUsesTest {

    private static final SkuId YOGA = SkuId.of(99_101);
    private static final CardTerms THREE_USES = new CardTerms("PUNCH", 3, null, List.of(YOGA), List.of());

    @Autowired
    Assets assets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ExpireHolds expireHolds;

    @Autowired
    MovableClock clock;

    @Autowired
    OutboxProbe outbox;

    private final MemberKey member = Sale.someone();

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void usesAreHeldWithTheirValueTakenOnceAndGivenBackByThePiece() {
        buy(THREE_USES, 10_000);
        Sale sale = assets.saleTo(member).cardUse(YOGA, 2, 8_000);
        JsonNode use = hold(sale, 2, null).expect(200).json().path("cardUses").get(0);
        assertThat(use.path("valueMinor").asLong()).isEqualTo(6_667);
        hold(sale, 2, null).expect(200);
        hold(sale, 1, null).expectProblem(409, "HOLD_DIFFERS");
        hold(assets.saleTo(member), 2, null).expectProblem(409, "NO_CARD_FOR_SERVICE");
        OrderPaid paid = sale.paid();
        deliveries.deliverTwice(paid);
        Assets.race(4, i -> () -> deliveries.deliver(paid));
        assertThat(left()).isEqualTo(1);
        assertThat(outbox.events(CardUsed.class, member.text())).hasSize(2);
        deliveries.deliverTwice(
                sale.refund(1, 1, 4_000).tender("CARD_USE", 4_000, "1").event());
        assertThat(left()).isEqualTo(2);
        deliveries.deliver(
                sale.refund(1, 1, 4_000).full().tender("CARD_USE", 4_000, "1").event());
        assertThat(left()).isEqualTo(3);
        assertThat(assets.number("SELECT SUM(value_used_minor) FROM card WHERE member_key = ?", member))
                .isZero();
        assertThat(assets.number("SELECT COUNT(*) FROM card_use WHERE member_key = ? AND status = 'USED'", member))
                .isZero();
    }

    @Test
    void theValuesOfAllUsesEndExactlyAtThePricePaid() {
        buy(new CardTerms("PUNCH", 7, null, List.of(YOGA), List.of()), 10_001);
        for (int uses : new int[] {1, 3, 2, 1}) {
            Sale sale = assets.saleTo(member).cardUse(YOGA, uses, 0);
            hold(sale, uses, null).expect(200);
            deliveries.deliver(sale.paid());
        }
        assertThat(assets.number("SELECT SUM(value_minor) FROM card_use WHERE member_key = ?", member))
                .isEqualTo(10_001);
        assertThat(left()).isZero();
    }

    @Test
    void parallelHoldsNeverTakeMoreThanThereIs() {
        buy(THREE_USES, 9_000);
        buy(THREE_USES, 9_000);
        List<Race.Outcome<Integer>> outcomes =
                Race.run(12, i -> () -> hold(assets.saleTo(member), 1, null).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(6);
        assertThat(assets.number("SELECT SUM(uses_held) FROM card WHERE member_key = ?", member))
                .isEqualTo(6);
    }

    @Test
    void oneLineMayTakeOfTwoCards() {
        buy(THREE_USES, 9_000);
        buy(THREE_USES, 9_000);
        Sale sale = assets.saleTo(member).cardUse(YOGA, 4, 0);
        assertThat(hold(sale, 4, null).expect(200).json().path("cardUses")).hasSize(2);
        deliveries.deliver(sale.paid());
        assertThat(left()).isEqualTo(2);
        deliveries.deliver(sale.refund(1, 4, 0).full().event());
        assertThat(left()).isEqualTo(6);
    }

    @Test
    void aReleasedOrExpiredHoldIsFreeAndALatePaymentTakesOrIsShort() {
        buy(THREE_USES, 9_000);
        Sale sale = assets.saleTo(member).cardUse(YOGA, 2, 6_000);
        hold(sale, 2, null).expect(200);
        clock.advance(Duration.ofSeconds(901));
        Assets.race(4, i -> () -> expireHolds.expire(200));
        expireHolds.expire(200);
        assertThat(assets.number("SELECT SUM(uses_held) FROM card WHERE member_key = ?", member))
                .isZero();
        assertThat(assets.number("SELECT SUM(value_used_minor) FROM card WHERE member_key = ?", member))
                .isZero();
        deliveries.deliverTwice(sale.paid());
        assertThat(left()).isEqualTo(1);
        Sale late = assets.saleTo(member).cardUse(YOGA, 2, 6_000);
        deliveries.deliverTwice(late.paid());
        assertThat(left()).isEqualTo(1);
        assertThat(assets.number("SELECT uses_short FROM asset_shortage WHERE member_key = ?", member))
                .isEqualTo(2);
    }

    @Test
    void aPeriodCardPaysWithoutValueAndNothingIsHeldWhenAnotherPartFails() {
        buy(new CardTerms("PERIOD", 0, 30, List.of(), List.of()), 30_000);
        Sale sale = assets.saleTo(member).cardUse(YOGA, 1, 5_000);
        assertThat(hold(sale, 1, null)
                        .expect(200)
                        .json()
                        .path("cardUses")
                        .get(0)
                        .path("valueMinor")
                        .asLong())
                .isZero();
        deliveries.deliverTwice(sale.paid());
        assertThat(assets.number("SELECT COUNT(*) FROM card_use WHERE member_key = ?", member))
                .isEqualTo(1);
        buy(THREE_USES, 9_000);
        hold(assets.saleTo(member), 1, 1L).expectProblem(409, "NO_CARD_FOR_SERVICE");
        assertThat(assets.number("SELECT COUNT(*) FROM asset_hold WHERE member_key = ?", member))
                .isEqualTo(1);
    }

    @Test
    void aScanAndACheckoutShareTheSameUses() {
        buy(THREE_USES, 9_000);
        hold(assets.saleTo(member).cardUse(YOGA, 2, 0), 2, null).expect(200);
        List<Race.Outcome<Integer>> outcomes = Race.run(
                4,
                i -> () -> assets.asOrderService()
                        .post(
                                "/internal/v1/cards/use",
                                Map.of(
                                        "useId",
                                        "scan-" + member + i,
                                        "memberKey",
                                        member.text(),
                                        "serviceSkuId",
                                        YOGA.text(),
                                        "storeId",
                                        Sale.STORE.text()))
                        .status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(1);
    }

    private void buy(CardTerms terms, long netMinor) {
        deliveries.deliver(assets.saleTo(member).card(1, terms, netMinor).paid());
    }

    private long left() {
        return assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member);
    }

    private Api.Answer hold(Sale sale, long uses, Long cardId) {
        Map<String, Object> use = new HashMap<>(
                Map.of("lineId", "1", "serviceSkuId", YOGA.text(), "storeId", Sale.STORE.text(), "uses", uses));
        if (cardId != null) {
            use.put("cardId", cardId.toString());
        }
        return assets.asOrderService()
                .post(
                        "/internal/v1/holds",
                        Map.of(
                                "holdId", sale.orderId().text(),
                                "memberKey", member.text(),
                                "points", 0,
                                "storedValueMinor", 0,
                                "expiresAt", clock.instant().plusSeconds(900),
                                "cardUses", List.of(use)));
    }
}
