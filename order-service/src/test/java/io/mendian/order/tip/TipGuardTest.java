package io.mendian.order.tip;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.ordering.TipLeft;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands behind each tip, also where something before it should fail: the reference, the day, the order's own row. */
@MendianTest
class TipGuardTest extends TipSteps {

    @Autowired
    TakeTip takeTip;

    @Autowired
    Tips tips;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Test
    void aReferenceIsOneTipWhateverNumbersItsRequestsHave() {
        String order = sell(null, 2_000).path("orderId").asString();
        TipLeft tip = new TipLeft(TenderKind.CASH, 250, null, "terminal-7-" + order, clerk.staffId());
        var outcomes = Race.run(
                8,
                i -> () -> takeTip.take(OrderId.of(Long.parseLong(order)), tip, clerk)
                        .tipMinor());
        assertThat(outcomes).extracting(Race.Outcome::value).containsOnly(250L);
        assertThat(sums(order)).containsExactly(250L);
        assertThat(tipOf(order)).isEqualTo(250);
    }

    @Test
    void outsideAShiftATipIsForAPaidOrderOnTheDayItWasPaid() {
        StoreId quiet = shop.store();
        Caller manager = shop.manager(quiet);
        MemberKey member = shop.member(0, 0);
        String order = api.as(TestCallers.member(member))
                .post("/app/v1/orders", Map.of("storeId", quiet.text(), "lines", List.of(line(shop.goods(900), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        String path = "/store/v1/orders/" + order;
        Map<String, Object> tip = Map.of("kind", "BOOKED", "label", "POS", "amountMinor", 100);
        api.as(manager).post(path + "/tips", tip).expectProblem(409, "TIP_NOT_NOW");
        api.as(manager).post(path + "/booked-receipts", Map.of("label", "POS")).expect(200);
        api.as(manager).post(path + "/tips", tip).expect(200);
        clock.advance(Duration.ofDays(1));
        api.as(manager).post(path + "/tips", tip).expectProblem(409, "TIP_DAY_OVER");
        assertThat(sums(order)).containsExactly(100L);
    }

    @Test
    void theOrdersRowTakesNoTipUnpaidAndGivesNoneBackThatItHasNot() {
        String unpaid = api.as(TestCallers.member(shop.member(0, 0)))
                .post("/app/v1/orders", Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(900), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        String paid = sell(Map.of("kind", "CASH", "amountMinor", 400), 2_400)
                .path("orderId")
                .asString();
        assertThatThrownBy(() -> add(unpaid, 100)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> add(paid, -401)).isInstanceOf(ProblemException.class);
        assertThat(sums(unpaid)).isEmpty();
        assertThat(sums(paid)).containsExactly(400L);
        assertThat(tipOf(paid)).isEqualTo(400);
    }

    private void add(String order, long amount) {
        transaction.executeWithoutResult(status -> tips.add(new Tip(
                Ids.next(),
                OrderId.of(Long.parseLong(order)),
                store,
                TenderKind.CASH,
                amount,
                null,
                clerk.staffId(),
                clerk.staffId(),
                LocalDate.parse("2031-01-01"),
                clock.instant(),
                amount > 0 ? Tip.Cause.LEFT : Tip.Cause.BACK,
                Long.toString(Ids.next()))));
    }
}
