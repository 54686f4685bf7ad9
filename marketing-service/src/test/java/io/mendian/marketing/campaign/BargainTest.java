package io.mendian.marketing.campaign;

import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.marketing.CampaignDesk;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** 砍价：each helper once, so often a day; the cuts never pass the floor; one order buys at the price of its moment. */
@MendianTest
class BargainTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BargainMapper mapper;

    private CampaignDesk desk;
    private String offer;
    private final MemberKey member = newMember();

    @BeforeEach
    void anOffer() {
        desk = new CampaignDesk(api, deliveries, clock, jdbc);
        offer = desk.offer("BARGAIN", Map.of());
    }

    @Test
    void ofThirtyHelpersAtOnceFiveCutExactlyToTheFloor() {
        String bargain = started(member);
        var outcomes = Race.run(30, i -> () -> help(bargain, newMember()).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(5);
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(200, 409);
        assertThat(desk.number("SELECT price_minor FROM bargain WHERE id = ?", bargain))
                .isEqualTo(990);
        assertThat(desk.number("SELECT SUM(cut_minor) FROM bargain_help WHERE bargain_id = ?", bargain))
                .isEqualTo(1_000);
        help(bargain, newMember()).expectProblem(409, "BARGAIN_AT_FLOOR");
    }

    @Test
    void aCutOfAPriceThatIsNoMoreIsNotMadeNorOneBelowTheFloor() {
        String bargain = started(member);
        help(bargain, newMember()).expect(200);
        long price = desk.number("SELECT price_minor FROM bargain WHERE id = ?", bargain);
        assertThat(mapper.cut(Long.parseLong(bargain), 1_990, 1)).isZero();
        assertThat(mapper.cut(Long.parseLong(bargain), price, price - 990 + 1)).isZero();
        assertThat(desk.number("SELECT price_minor FROM bargain WHERE id = ?", bargain))
                .isEqualTo(price);
    }

    @Test
    void aHelperHelpsOnceHoweverOftenHeComes() {
        String bargain = started(member);
        MemberKey friend = newMember();
        var outcomes = Race.run(10, i -> () -> help(bargain, friend).status());
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(200);
        assertThat(desk.number("SELECT cuts_made FROM bargain WHERE id = ?", bargain))
                .isEqualTo(1);
        assertThat(desk.number("SELECT start_minor - price_minor FROM bargain WHERE id = ?", bargain))
                .isEqualTo(desk.number("SELECT SUM(cut_minor) FROM bargain_help WHERE bargain_id = ?", bargain));
        assertThat(desk.number("SELECT helps FROM bargain_helper_day WHERE helper_key = ?", friend.value()))
                .isEqualTo(1);
        help(bargain, member).expectProblem(409, "BARGAIN_OWN");
    }

    @Test
    void aHelperHelpsThreeADayInAnOfferAlsoAtOnce() {
        MemberKey friend = newMember();
        String[] bargains = new String[8];
        for (int i = 0; i < bargains.length; i++) {
            bargains[i] = started(newMember());
        }
        var outcomes =
                Race.run(bargains.length, i -> () -> help(bargains[i], friend).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(3);
        assertThat(desk.number("SELECT COUNT(*) FROM bargain_help WHERE helper_key = ?", friend.value()))
                .isEqualTo(3);
    }

    @Test
    void buyingTakesThePriceOfTheMomentOnceAndNobodyCutsMeanwhile() {
        String bargain = started(member);
        help(bargain, newMember()).expect(200);
        long price = desk.number("SELECT price_minor FROM bargain WHERE id = ?", bargain);
        hold(newOrder(), bargain, price + 1).expectProblem(409, "CAMPAIGN_PRICE_CHANGED");
        OrderId[] orders = new OrderId[6];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = newOrder();
        }
        var outcomes = Race.run(
                orders.length, i -> () -> hold(orders[i], bargain, price).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(1);
        assertThat(desk.kept(offer)).isEqualTo("1=1=1");
        help(bargain, newMember()).expectProblem(409, "BARGAIN_ORDERED");
        OrderId order = OrderId.of(desk.number("SELECT order_id FROM campaign_seat WHERE bargain_id = ?", bargain));
        deliveries.deliverInParallel(desk.cancelled(order), 3);
        help(bargain, newMember()).expect(200);
        long lower = desk.number("SELECT price_minor FROM bargain WHERE id = ?", bargain);
        OrderId again = newOrder();
        hold(again, bargain, lower).expect(200);
        deliveries.deliverTwice(desk.paid(again));
        assertThat(view(bargain).path("state").asString()).isEqualTo("BOUGHT");
        help(bargain, newMember()).expectProblem(409, "BARGAIN_OVER");
        deliveries.deliverTwice(refunded(again, member, clock.instant(), true));
        assertThat(desk.kept(offer)).isEqualTo("0=0=0");
        hold(newOrder(), bargain, lower).expectProblem(409, "BARGAIN_OVER");
    }

    @Test
    void helpAndOrderAtOnceNeverSellAtAnotherPriceThanQuoted() {
        for (int round = 0; round < 5; round++) {
            MemberKey buyer = newMember();
            String bargain = started(buyer);
            long price = 1_990;
            OrderId order = newOrder();
            var outcomes = Race.run(
                    4,
                    i -> () -> i == 0
                            ? hold(order, buyer, bargain, price).status()
                            : help(bargain, newMember()).status());
            boolean ordered = Integer.valueOf(200).equals(outcomes.getFirst().value());
            long now = desk.number("SELECT price_minor FROM bargain WHERE id = ?", bargain);
            assertThat(ordered ? now == price : now < price).isTrue();
        }
    }

    @Test
    void aMemberHasOneAtATimeAndANewOneWhenItsTimeIsOver() {
        var outcomes = Race.run(6, i -> () -> start(member).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(201)::equals))
                .hasSize(1);
        start(member).expectProblem(409, "BARGAIN_RUNNING");
        long first = desk.number("SELECT id FROM bargain WHERE offer_id = ?", offer);
        clock.advance(Duration.ofHours(12));
        help(Long.toString(first), newMember()).expectProblem(409, "BARGAIN_OVER");
        hold(newOrder(), Long.toString(first), 1_990).expectProblem(409, "BARGAIN_OVER");
        start(member).expect(201);
    }

    @Test
    void anotherMembersBargainSellsNothing() {
        String bargain = started(newMember());
        hold(newOrder(), bargain, 1_990).expectProblem(409, "BARGAIN_NEEDED");
        desk.hold(desk.seat(offer, newOrder(), member, 1)).expectProblem(409, "BARGAIN_NEEDED");
        api.as(TestCallers.member(member)).get("/app/v1/bargains/4242").expectProblem(404, "BARGAIN_UNKNOWN");
    }

    private Api.Answer start(MemberKey by) {
        return api.as(TestCallers.member(by)).post("/app/v1/campaign-offers/" + offer + "/bargains", Map.of());
    }

    private String started(MemberKey by) {
        return start(by).expect(201).json().path("bargainId").asString();
    }

    private Api.Answer help(String bargain, MemberKey friend) {
        return api.as(TestCallers.member(friend)).post("/app/v1/bargains/" + bargain + "/helps", Map.of());
    }

    private JsonNode view(String bargain) {
        return api.as(TestCallers.member(newMember()))
                .get("/app/v1/bargains/" + bargain)
                .expect(200)
                .json();
    }

    private Api.Answer hold(OrderId order, String bargain, long price) {
        return hold(order, member, bargain, price);
    }

    private Api.Answer hold(OrderId order, MemberKey buyer, String bargain, long price) {
        Map<String, Object> seat = desk.seat(offer, order, buyer, 1);
        seat.put("bargainId", bargain);
        seat.put("unitPriceMinor", price);
        return desk.hold(seat);
    }
}
