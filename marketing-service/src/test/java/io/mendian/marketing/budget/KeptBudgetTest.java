package io.mendian.marketing.budget;

import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.hold.OrderStanding;
import io.mendian.testkit.Race;
import io.mendian.testkit.StandingOrders;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However long the broker is away: a budget of one use serves one order. */
class KeptBudgetTest extends PromotionBudgetCase {

    @Autowired
    StandingOrders orders;

    @BeforeEach
    void oneUse() {
        limit(Map.of("uses", 1)).expect(200);
        heldForAMinute(order);
    }

    @Test
    void theShareOfAPaidOrderIsKeptUntilItsNewsComes() {
        orders.stand(order, OrderStanding.PAID);
        for (int hour = 0; hour < 3; hour++) {
            pass(Duration.ofHours(1));
            hold(newOrder(), newMember(), 300).expectProblem(409, "PROMOTION_BUDGET_SPENT");
        }
        deliveries.deliverTwice(paid(order, member, 900, clock.instant()));
        pass(Duration.ofHours(1));
        assertKept(300, 1);
        assertThat(machine(api).get("/internal/v1/alarms").body()).doesNotContain(order.text());
    }

    @Test
    void theShareOfAnOrderThatEndedIsFreeAndOfOneThatNeverWas() {
        orders.stand(order, OrderStanding.OPEN);
        pass(Duration.ofSeconds(61));
        assertKept(300, 1);
        orders.stand(order, OrderStanding.CLOSED);
        pass(Duration.ofMinutes(5));
        assertKept(0, 0);
        heldForAMinute(newOrder());
        pass(Duration.ofSeconds(61));
        assertKept(0, 0);
    }

    @Test
    void whileNobodyAnswersItStays() {
        orders.away(order);
        pass(Duration.ofHours(2));
        assertKept(300, 1);
        orders.back(order);
        pass(Duration.ZERO);
        assertKept(0, 0);
    }

    @Test
    void timersAndTheNewsAtOnceKeepTheShareOnce() {
        orders.stand(order, OrderStanding.PAID);
        clock.advance(Duration.ofSeconds(61));
        var outcomes = Race.run(6, i -> () -> {
            if (i > 0) {
                return expire.expire(1_000);
            }
            deliveries.deliver(paid(order, member, 900, clock.instant()));
            return 0;
        });
        assertThat(outcomes).allMatch(Race.Outcome::succeeded);
        assertKept(300, 1);
    }

    private void heldForAMinute(OrderId of) {
        machine(api)
                .post(
                        "/internal/v1/promotion-holds",
                        body(of, member, 300, clock.instant().plusSeconds(60)))
                .expect(200);
    }

    private void pass(Duration time) {
        clock.advance(time);
        expire.expire(1_000);
    }
}
