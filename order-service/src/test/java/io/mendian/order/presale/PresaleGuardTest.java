package io.mendian.order.presale;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.CoverByWeChat;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The edges of a pre-sale: its times, the exact amounts of its two steps, and its end once it is paid. */
@MendianTest
class PresaleGuardTest extends PresaleSteps {

    @Autowired
    CoverByWeChat coverByWeChat;

    @Test
    void theTimesOfAnOfferFollowEachOther() {
        Instant now = clock.instant();
        Duration day = Duration.ofDays(1);
        times(now.minus(day), now.plus(day), now.plus(day.multipliedBy(2))).expectProblem(409, "PRESALE_TIME_WRONG");
        times(now.plus(day.multipliedBy(2)), now.plus(day), now.plus(day.multipliedBy(3)))
                .expectProblem(409, "PRESALE_TIME_WRONG");
        times(now.plus(day), now.plus(day.multipliedBy(2)), now.plus(day.multipliedBy(2)))
                .expectProblem(409, "PRESALE_TIME_WRONG");
        times(now.plus(day), now.plus(day), now.plus(day.multipliedBy(2))).expect(201);
    }

    @Test
    void afterItsTimeAnOfferTakesNoDepositAndNoPieceIsGone() {
        String offer = offer("KEEP", 3);
        clock.advance(Duration.ofDays(1));
        buy(offer, 1).expectProblem(409, "PRESALE_OVER");
        assertThat(number("SELECT taken FROM presale_offer WHERE id = " + offer))
                .isZero();
    }

    @Test
    void moneyByWeChatThatIsNotExactlyTheStepsIsNotForTheOrder() {
        String order = ordered(offer("KEEP", 1));
        OrderId id = OrderId.of(Long.parseLong(order));
        for (long amount : new long[] {1, DEPOSIT - 1, DEPOSIT + 1, DEPOSIT + BALANCE}) {
            assertThat(coverByWeChat.cover(id, amount, "w" + amount + "-" + order))
                    .isEqualTo(CoverByWeChat.Outcome.NOT_NEEDED);
        }
        assertThat(ledger(order)).isEmpty();
        assertThat(coverByWeChat.cover(id, DEPOSIT, "d-" + order)).isEqualTo(CoverByWeChat.Outcome.TAKEN);
        assertThat(coverByWeChat.cover(id, DEPOSIT, "d-" + order)).isEqualTo(CoverByWeChat.Outcome.TAKEN_BEFORE);
        assertThat(coverByWeChat.cover(id, BALANCE, "b-" + order)).isEqualTo(CoverByWeChat.Outcome.NOT_NEEDED);
        days(2);
        assertThat(coverByWeChat.cover(id, BALANCE - 1, "c-" + order)).isEqualTo(CoverByWeChat.Outcome.NOT_NEEDED);
        assertThat(coverByWeChat.cover(id, BALANCE, "b-" + order)).isEqualTo(CoverByWeChat.Outcome.TAKEN);
        assertThat(ledger(order)).containsExactly("RECEIVED 1500", "USED -1500");
    }

    @Test
    void aPaidPresaleIsNotEndedAndNothingIsOwedForIt() {
        String order = deposited(offer("KEEP", 1));
        days(2);
        booked(order).expect(200);
        for (boolean merchantsFault : new boolean[] {true, false}) {
            endAtStore(order, merchantsFault).expectProblem(409, "PRESALE_NOT_DEPOSITED");
        }
        assertThat(status(order)).isEqualTo("PAID");
        assertThat(ledger(order)).containsExactly("RECEIVED 1500", "USED -1500");
        assertThat(number("SELECT COALESCE(SUM(penalty_minor), 0) FROM presale_order WHERE order_id = " + order))
                .isZero();
    }

    private Api.Answer times(Instant depositUntil, Instant balanceFrom, Instant balanceUntil) {
        return api.as(TestCallers.headquarters())
                .post(
                        "/hq/v1/presale-offers",
                        Map.of(
                                "skuId",
                                shop.goods(10_000).text(),
                                "depositMinor",
                                DEPOSIT,
                                "worthMinor",
                                2_000,
                                "depositUntil",
                                depositUntil,
                                "balanceFrom",
                                balanceFrom,
                                "balanceUntil",
                                balanceUntil,
                                "missed",
                                "KEEP",
                                "pieces",
                                1));
    }
}
