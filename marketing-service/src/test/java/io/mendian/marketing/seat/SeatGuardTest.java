package io.mendian.marketing.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.contracts.marketing.GroupFailed;
import io.mendian.contracts.marketing.GroupSucceeded;
import io.mendian.kernel.MemberKey;
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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands behind each seat where what comes before should fail: the inbox, the list of what is due, the lock. */
@MendianTest
class SeatGuardTest {

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
    SettleSeat settleSeat;

    @Autowired
    ExpireSeats expireSeats;

    @Autowired
    FailGroup failGroup;

    @Autowired
    Groups groups;

    @Autowired
    Seats seats;

    @Autowired
    TransactionTemplate transaction;

    private CampaignDesk desk;
    private String offer;

    @BeforeEach
    void anOffer() {
        desk = new CampaignDesk(api, deliveries, clock, jdbc);
        offer = desk.offer("GROUP_BUY", Map.of());
    }

    @Test
    void aSeatIsSettledOnceUnderHoweverManyEvents() {
        OrderId group = desk.opened(offer);
        OrderId joins = desk.held(offer, group);
        OrderId last = desk.held(offer, group);
        for (OrderId order : new OrderId[] {joins, last, joins}) {
            var outcomes = Race.run(4, i -> () -> {
                settleSeat.settle(order, 990, clock.instant());
                return 0;
            });
            assertThat(outcomes).extracting(Race.Outcome::failure).containsOnlyNulls();
        }
        assertThat(desk.groupState(group)).isEqualTo("FILLED 3/3");
        assertThat(outbox.events(GroupSucceeded.class, group.text())).hasSize(1);
        assertThat(desk.number("SELECT SUM(paid_minor) FROM campaign_seat WHERE group_id = ?", group.value()))
                .isEqualTo(3 * 990);
    }

    @Test
    void aGroupFailsNeitherBeforeItsTimeNorWhileASeatIsHeldWhoeverAsks() {
        OrderId group = desk.opened(offer);
        assertThat(failGroup.fail(group.value())).isFalse();
        clock.advance(Duration.ofHours(12).minusMinutes(1));
        desk.held(offer, group);
        clock.advance(Duration.ofMinutes(2));
        assertThat(failGroup.fail(group.value())).isFalse();
        assertThat(desk.groupState(group)).isEqualTo("OPEN 2/1");
        assertThat(outbox.events(GroupFailed.class, group.text())).isEmpty();
    }

    /** His seat ended, he took another in the same group, and then the money of the first one came. */
    @Test
    void lateMoneyOfAMemberWhoHasAnotherSeatMeanwhileIsGivenBack() {
        OrderId group = desk.opened(offer);
        MemberKey member = Marketing.newMember();
        OrderId first = heldBy(member, group);
        clock.advance(Duration.ofMinutes(18));
        expireSeats.expire(200);
        OrderId second = heldBy(member, group);
        deliveries.deliverTwice(desk.paid(first));
        assertThat(desk.state(first)).isEqualTo("SHORT");
        assertThat(desk.state(second)).isEqualTo("HELD");
        assertThat(desk.groupState(group)).isEqualTo("OPEN 2/1");
        GroupFailed told = outbox.events(GroupFailed.class, group.text()).getFirst();
        assertThat(told.reason()).isEqualTo("LATE");
        assertThat(told.orderIds()).containsExactly(first);
    }

    @Test
    void whatWasReadBeforeSomebodyElseChangedItIsNotWritten() {
        OrderId group = desk.opened(offer);
        OrderId order = desk.held(offer, group);
        BuyingGroup was = transaction.execute(status -> BuyingGroup.of(groups.lock(group.value())));
        CampaignSeatRow seat = transaction.execute(status -> seats.lock(order));
        desk.pay(order);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> groups.save(was, was.left())))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> seats.move(seat, SeatState.RELEASED)))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(desk.groupState(group)).isEqualTo("OPEN 2/2");
        assertThat(desk.state(order)).isEqualTo("PAID");
    }

    private OrderId heldBy(MemberKey member, OrderId group) {
        OrderId order = Marketing.newOrder();
        Map<String, Object> seat = desk.seat(offer, order, member, 1);
        seat.put("groupId", group.text());
        desk.hold(seat).expect(200);
        return order;
    }
}
