package io.mendian.marketing.seat;

import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.marketing.GroupFailed;
import io.mendian.contracts.marketing.GroupSucceeded;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.marketing.CampaignDesk;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** 拼团：N paid in time and all succeed; else all are told to be refunded, once; never more than N seats. */
@MendianTest
class GroupBuyTest {

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

    @Autowired
    FailGroups failGroups;

    private CampaignDesk desk;
    private String offer;

    @BeforeEach
    void anOffer() {
        desk = new CampaignDesk(api, deliveries, clock, jdbc);
        offer = desk.offer("GROUP_BUY", Map.of());
    }

    @Test
    void threePaidSeatsSucceedTogetherAndOnceAlsoWhenToldTwice() {
        OrderId group = desk.held(offer, null);
        assertThat(desk.groupState(group)).isEqualTo("FORMING 1/0");
        assertNotShown(group);
        deliveries.deliverTwice(desk.paid(group));
        assertThat(desk.groupState(group)).isEqualTo("OPEN 1/1");
        List<OrderId> others = List.of(desk.held(offer, group), desk.held(offer, group));
        assertThat(outbox.events(GroupSucceeded.class, group.text())).isEmpty();
        others.forEach(order -> {
            deliveries.deliverInParallel(desk.paid(order), 4);
            deliveries.deliverTwice(desk.paid(order));
        });
        assertThat(desk.groupState(group)).isEqualTo("FILLED 3/3");
        List<GroupSucceeded> told = outbox.events(GroupSucceeded.class, group.text());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().orderIds()).containsExactlyInAnyOrder(group, others.get(0), others.get(1));
        assertThat(desk.kept(offer)).isEqualTo("3=3=3");
    }

    @Test
    void ofFortyWhoJoinAtOnceTwoGetTheTwoSeats() {
        OrderId group = desk.opened(offer);
        var outcomes = Race.run(
                40,
                i -> () -> desk.hold(joining(newOrder(), newMember(), group)).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(2);
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(200, 409);
        assertThat(desk.groupState(group)).isEqualTo("OPEN 3/1");
        assertThat(desk.number("SELECT COUNT(*) FROM campaign_seat WHERE group_id = ?", group.value()))
                .isEqualTo(3);
        desk.hold(joining(newOrder(), newMember(), group)).expectProblem(409, "GROUP_FULL");
        assertThat(desk.kept(offer)).isEqualTo("3=3=3");
    }

    @Test
    void theLastTwoPaymentsAtOnceFillItOnce() {
        for (int round = 0; round < 5; round++) {
            OrderId group = desk.opened(offer);
            List<OrderId> last = List.of(desk.held(offer, group), desk.held(offer, group));
            var outcomes = Race.run(2, i -> () -> {
                desk.pay(last.get(i));
                return true;
            });
            assertThat(Race.successes(outcomes)).isEqualTo(2);
            assertThat(desk.groupState(group)).isEqualTo("FILLED 3/3");
            assertThat(outbox.events(GroupSucceeded.class, group.text()))
                    .singleElement()
                    .satisfies(told -> assertThat(told.orderIds()).hasSize(3));
        }
    }

    @Test
    void aMemberHasOneSeatOfAGroup() {
        OrderId group = desk.opened(offer);
        MemberKey member = newMember();
        var outcomes = Race.run(
                8, i -> () -> desk.hold(joining(newOrder(), member, group)).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(1);
        assertThat(desk.groupState(group)).isEqualTo("OPEN 2/1");
        String seated = jdbc.sql("SELECT order_id FROM campaign_seat WHERE group_id = ? AND seat_of = ?")
                .params(group.value(), member.value())
                .query(String.class)
                .single();
        var refused = desk.hold(joining(newOrder(), member, group)).expectProblem(409, "GROUP_ALREADY_JOINED");
        assertThat(refused.json().at("/facts/orderId").asString()).isEqualTo(seated);
        assertThat(desk.kept(offer)).isEqualTo("2=2=2");
    }

    @Test
    void aGroupThatDoesNotFillInTimeFailsOnceByWhicheverInstanceIsFirst() {
        OrderId group = desk.opened(offer);
        OrderId second = desk.held(offer, group);
        desk.pay(second);
        clock.advance(Duration.ofHours(12));
        desk.hold(joining(newOrder(), newMember(), group)).expectProblem(409, "GROUP_OVER");
        var outcomes = Race.run(6, i -> () -> failGroups.fail(200));
        assertThat(Race.successes(outcomes)).isEqualTo(6);
        failGroups.fail(200);
        assertThat(desk.groupState(group)).isEqualTo("FAILED 2/2");
        List<GroupFailed> told = outbox.events(GroupFailed.class, group.text());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().orderIds()).containsExactlyInAnyOrder(group, second);
        assertThat(told.getFirst().reason()).isEqualTo("EXPIRED");
        for (OrderId order : List.of(group, second)) {
            deliveries.deliverInParallel(refunded(order, newMember(), clock.instant(), true), 3);
        }
        assertThat(desk.groupState(group)).isEqualTo("FAILED 0/0");
        assertThat(desk.kept(offer)).isEqualTo("0=0=0");
        JsonNode figures = figures();
        assertThat(figures.path("groupsFailed").asInt()).isEqualTo(1);
        assertThat(figures.path("seatsReturned").asInt()).isEqualTo(2);
        assertThat(figures.path("paidMinor").asLong()).isEqualTo(1_980);
        assertThat(figures.path("backMinor").asLong()).isEqualTo(1_800);
    }

    @Test
    void whoHeldASeatBeforeTheEndMayPayAfterIt() {
        OrderId group = desk.opened(offer);
        desk.pay(desk.held(offer, group));
        clock.advance(Duration.ofHours(12).minusMinutes(1));
        OrderId last = desk.held(offer, group);
        clock.advance(Duration.ofMinutes(5));
        failGroups.fail(200);
        assertThat(desk.groupState(group)).isEqualTo("OPEN 3/2");
        desk.pay(last);
        assertThat(desk.groupState(group)).isEqualTo("FILLED 3/3");
        assertThat(outbox.events(GroupFailed.class, group.text())).isEmpty();
    }

    @Test
    void theEndAndTheLastPaymentAtOnceAreOneOfTheTwo() {
        for (int round = 0; round < 4; round++) {
            offer = desk.offer("GROUP_BUY", Map.of());
            OrderId group = desk.opened(offer);
            desk.pay(desk.held(offer, group));
            OrderId last = desk.held(offer, group);
            clock.advance(Duration.ofHours(12));
            var outcomes = Race.run(6, i -> () -> {
                switch (i % 3) {
                    case 0 -> desk.pay(last);
                    case 1 -> expireSeats.expire(200);
                    default -> failGroups.fail(200);
                }
                return true;
            });
            assertThat(Race.successes(outcomes)).isEqualTo(6);
            failGroups.fail(200);
            int succeeded = outbox.events(GroupSucceeded.class, group.text()).size();
            List<GroupFailed> failed = outbox.events(GroupFailed.class, group.text());
            if (succeeded == 1) {
                assertThat(failed).isEmpty();
            } else {
                // the seat was free already: each of the three paid orders is refunded by one event
                assertThat(failed.stream().flatMap(told -> told.orderIds().stream()))
                        .hasSize(3)
                        .doesNotHaveDuplicates();
                assertThat(desk.state(last)).isEqualTo("SHORT");
            }
        }
    }

    private void assertNotShown(OrderId group) {
        Api member = api.as(TestCallers.member(newMember()));
        member.get("/app/v1/groups/" + group).expectProblem(404, "GROUP_UNKNOWN");
        desk.hold(joining(newOrder(), newMember(), group)).expectProblem(409, "GROUP_OVER");
    }

    private Map<String, Object> joining(OrderId order, MemberKey member, OrderId group) {
        Map<String, Object> seat = desk.seat(offer, order, member, 1);
        seat.put("groupId", group.text());
        return seat;
    }

    private JsonNode figures() {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/campaign-offers/" + offer + "/figures")
                .expect(200)
                .json();
    }
}
