package io.mendian.marketing.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.marketing.GroupFailed;
import io.mendian.kernel.OrderId;
import io.mendian.marketing.CampaignDesk;
import io.mendian.marketing.Marketing;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats of a group that come free, and money that comes after that. */
@MendianTest
class GroupSeatEndTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ExpireSeats expireSeats;

    private CampaignDesk desk;
    private String offer;

    @BeforeEach
    void anOffer() {
        desk = new CampaignDesk(api, deliveries, clock, jdbc);
        offer = desk.offer("GROUP_BUY", Map.of());
    }

    @Test
    void aSeatIsFreedOnceAndAGroupWithoutItsOpenerIsNone() {
        OrderId group = desk.opened(offer);
        OrderId leaves = desk.held(offer, group);
        OrderId expires = desk.held(offer, group);
        deliveries.deliverInParallel(desk.cancelled(leaves), 4);
        Marketing.machine(api).delete("/internal/v1/campaign-seats/" + leaves).expect(204);
        assertThat(desk.groupState(group)).isEqualTo("OPEN 2/1");
        OrderId dropped = desk.held(offer, null);
        clock.advance(Duration.ofMinutes(18));
        Race.run(4, i -> () -> expireSeats.expire(200));
        assertThat(desk.state(expires)).isEqualTo("EXPIRED");
        assertThat(desk.groupState(group)).isEqualTo("OPEN 1/1");
        assertThat(desk.groupState(dropped)).isEqualTo("DROPPED 0/0");
        assertThat(desk.kept(offer)).isEqualTo("1=1=1");
    }

    @Test
    void whoPaysAfterHisSeatWasFreedGetsAnotherOrHisMoney() {
        OrderId group = desk.opened(offer);
        List<OrderId> late =
                IntStream.range(0, 2).mapToObj(i -> desk.held(offer, group)).toList();
        OrderId opener = desk.held(offer, null);
        clock.advance(Duration.ofMinutes(18));
        expireSeats.expire(200);
        deliveries.deliverTwice(desk.paid(late.getFirst()));
        assertThat(desk.groupState(group)).isEqualTo("OPEN 2/2");
        desk.pay(desk.held(offer, group));
        deliveries.deliverTwice(desk.paid(late.get(1)));
        deliveries.deliver(desk.paid(late.get(1)));
        assertThat(desk.groupState(group)).isEqualTo("FILLED 3/3");
        assertThat(desk.state(late.get(1))).isEqualTo("SHORT");
        GroupFailed told = outbox.events(GroupFailed.class, group.text()).getFirst();
        assertThat(told.reason()).isEqualTo("LATE");
        assertThat(told.orderIds()).containsExactly(late.get(1));
        assertThat(outbox.events(GroupFailed.class, group.text())).hasSize(1);
        desk.pay(opener);
        assertThat(desk.groupState(opener)).isEqualTo("OPEN 1/1");
        assertThat(desk.kept(offer)).isEqualTo("4=4=4");
    }
}
