package io.mendian.marketing.seat;

import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.marketing.CampaignDesk;
import io.mendian.marketing.Marketing;
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

/** 秒杀：never more pieces than the allotment, nor than a member's limit, whatever happens at once. */
@MendianTest
class FlashSaleTest {

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

    private CampaignDesk desk;
    private String offer;

    @BeforeEach
    void anOffer() {
        desk = new CampaignDesk(api, deliveries, clock, jdbc);
        offer = desk.offer("FLASH_SALE", Map.of("allotment", 7, "limitPerMember", 3));
    }

    @Test
    void ofSixtyOrdersAtOnceTheSevenPiecesGoToSeven() {
        var outcomes = Race.run(
                60,
                i -> () ->
                        desk.hold(desk.seat(offer, newOrder(), newMember(), 1)).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(7);
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(200, 409);
        assertThat(desk.kept(offer)).isEqualTo("7=7=7");
        desk.hold(desk.seat(offer, newOrder(), newMember(), 1)).expectProblem(409, "CAMPAIGN_SOLD_OUT");
    }

    @Test
    void aMemberHasNoMoreThanHisLimitInHoweverManyOrders() {
        MemberKey member = newMember();
        Race.run(
                12,
                i -> () -> desk.hold(desk.seat(offer, newOrder(), member, 2)).status());
        assertThat(desk.kept(offer)).isEqualTo("2=2=2");
        assertThat(desk.hold(desk.seat(offer, newOrder(), member, 2))
                        .expectProblem(409, "CAMPAIGN_LIMIT")
                        .json()
                        .path("facts")
                        .path("left")
                        .asInt())
                .isEqualTo(1);
        desk.hold(desk.seat(offer, newOrder(), member, 1)).expect(200);
    }

    @Test
    void theSameHoldAgainIsTheSameAndAnotherUnderItsNameIsRefused() {
        OrderId order = newOrder();
        Map<String, Object> seat = desk.seat(offer, order, newMember(), 2);
        var outcomes = Race.run(8, i -> () -> desk.hold(seat).status());
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(200);
        assertThat(desk.kept(offer)).isEqualTo("2=2=2");
        desk.hold(Marketing.with(seat, "pieces", 1)).expectProblem(409, "SEAT_HOLD_DIFFERS");
        deliveries.deliverInParallel(desk.cancelled(order), 4);
        assertThat(desk.kept(offer)).isEqualTo("0=0=0");
        desk.hold(seat).expectProblem(409, "SEAT_HOLD_ENDED");
    }

    @Test
    void paidStaysRefundedComesBackAndEachOnce() {
        OrderId order = desk.held(offer, null);
        deliveries.deliverTwice(desk.paid(order));
        deliveries.deliver(desk.cancelled(order));
        clock.advance(Duration.ofMinutes(19));
        expireSeats.expire(200);
        assertThat(desk.state(order)).isEqualTo("PAID");
        deliveries.deliverTwice(refunded(order, newMember(), clock.instant(), false));
        assertThat(desk.state(order)).isEqualTo("PAID");
        deliveries.deliverInParallel(refunded(order, newMember(), clock.instant(), true), 4);
        assertThat(desk.state(order)).isEqualTo("RETURNED");
        assertThat(desk.kept(offer)).isEqualTo("0=0=0");
        assertThat(desk.number("SELECT back_minor FROM campaign_seat WHERE order_id = ?", order.value()))
                .isEqualTo(1_000);
    }

    @Test
    void whatIsPaidAfterItsSeatIsGoneIsAnAlarm() {
        OrderId late = desk.held(offer, null);
        clock.advance(Duration.ofMinutes(19));
        expireSeats.expire(200);
        Map<String, Object> all = desk.seat(offer, newOrder(), newMember(), 3);
        desk.hold(all).expect(200);
        desk.hold(desk.seat(offer, newOrder(), newMember(), 3)).expect(200);
        OrderId last = desk.held(offer, null);
        deliveries.deliverTwice(desk.paid(late));
        assertThat(desk.state(late)).isEqualTo("SHORT");
        assertThat(desk.number(
                        "SELECT COUNT(*) FROM alarm WHERE kind = 'CAMPAIGN_SHORT' AND subject = ? AND open_mark = 1",
                        late.text()))
                .isEqualTo(1);
        assertThat(desk.kept(offer)).isEqualTo("7=7=7");
        deliveries.deliver(refunded(late, newMember(), clock.instant(), true));
        deliveries.deliver(desk.cancelled(last));
        assertThat(desk.kept(offer)).isEqualTo("6=6=6");
    }

    @Test
    void anOfferHoldsForItsProductItsStoresItsPriceAndItsTime() {
        String there = desk.offer("FLASH_SALE", Map.of("storeIds", java.util.List.of("7002")));
        desk.hold(desk.seat(there, newOrder(), newMember(), 1)).expectProblem(409, "CAMPAIGN_OTHER_STORE");
        Map<String, Object> seat = desk.seat(offer, newOrder(), newMember(), 1);
        desk.hold(Marketing.with(seat, "skuId", "5")).expectProblem(409, "CAMPAIGN_OTHER_PRODUCT");
        desk.hold(Marketing.with(seat, "unitPriceMinor", 989)).expectProblem(409, "CAMPAIGN_PRICE_CHANGED");
        desk.hold(Marketing.with(seat, "offerId", "4242")).expectProblem(404, "CAMPAIGN_UNKNOWN");
        api.as(TestCallers.headquarters())
                .post("/hq/v1/campaign-offers/" + offer + "/end", Map.of())
                .expect(200);
        desk.hold(seat).expectProblem(409, "CAMPAIGN_OVER");
        assertThat(desk.kept(offer)).isEqualTo("0=0=0");
    }
}
