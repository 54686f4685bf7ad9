package io.mendian.marketing.seat;

import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.OrderId;
import io.mendian.marketing.CampaignDesk;
import io.mendian.runtime.hold.OrderStanding;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.StandingOrders;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However long the broker is away: the only piece of a flash sale goes to one order. */
@MendianTest
class KeptSeatTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ExpireSeats expireSeats;

    @Autowired
    StandingOrders orders;

    private CampaignDesk desk;
    private String offer;
    private OrderId order;

    @BeforeEach
    void theOnlyPieceIsHeld() {
        desk = new CampaignDesk(api, deliveries, clock, jdbc);
        offer = desk.offer("FLASH_SALE", Map.of("allotment", 1, "limitPerMember", 1));
        order = desk.held(offer, null);
    }

    @Test
    void theSeatOfAPaidOrderIsKeptUntilItsNewsComes() {
        orders.stand(order, OrderStanding.PAID);
        for (int hour = 0; hour < 3; hour++) {
            pass(Duration.ofHours(1));
            desk.hold(desk.seat(offer, newOrder(), newMember(), 1)).expectProblem(409, "CAMPAIGN_SOLD_OUT");
        }
        deliveries.deliverTwice(desk.paid(order));
        pass(Duration.ofHours(1));
        assertThat(desk.state(order)).isEqualTo("PAID");
        assertThat(desk.kept(offer)).isEqualTo("1=1=1");
    }

    @Test
    void theSeatOfAnOrderThatEndedIsFreeAndOfOneThatNeverWas() {
        orders.stand(order, OrderStanding.OPEN);
        pass(Duration.ofMinutes(18));
        assertThat(desk.state(order)).isEqualTo("HELD");
        orders.stand(order, OrderStanding.CLOSED);
        pass(Duration.ofMinutes(5));
        assertThat(desk.state(order)).isEqualTo("EXPIRED");
        OrderId never = desk.held(offer, null);
        pass(Duration.ofMinutes(18));
        assertThat(desk.state(never)).isEqualTo("EXPIRED");
        assertThat(desk.kept(offer)).isEqualTo("0=0=0");
    }

    @Test
    void whileNobodyAnswersItStays() {
        orders.away(order);
        pass(Duration.ofHours(2));
        assertThat(desk.state(order)).isEqualTo("HELD");
        orders.back(order);
        pass(Duration.ZERO);
        assertThat(desk.state(order)).isEqualTo("EXPIRED");
    }

    @Test
    void timersAndTheNewsAtOnceKeepTheSeatOnce() {
        orders.stand(order, OrderStanding.PAID);
        clock.advance(Duration.ofMinutes(18));
        var outcomes = Race.run(6, i -> () -> {
            if (i > 0) {
                return expireSeats.expire(200);
            }
            desk.pay(order);
            return 0;
        });
        assertThat(outcomes).allMatch(Race.Outcome::succeeded);
        assertThat(desk.state(order)).isEqualTo("PAID");
        assertThat(desk.kept(offer)).isEqualTo("1=1=1");
    }

    private void pass(Duration time) {
        clock.advance(time);
        expireSeats.expire(1_000);
    }
}
