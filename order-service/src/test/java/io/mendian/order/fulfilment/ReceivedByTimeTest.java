package io.mendian.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An order counts as received when its time is over and not before, whichever timer or member is at it. */
@MendianTest
class ReceivedByTimeTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    Counterside desk;

    @Autowired
    MovableClock clock;

    @Autowired
    ReceiveByTime receiveByTime;

    @Autowired
    JdbcTemplate jdbc;

    private StoreId store;
    private Caller clerk;
    private MemberKey member;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        member = shop.member(0, 0);
    }

    @Test
    void beforeItsTimeNoTimerReceivesItHoweverEarlyItWasFound() {
        String order = desk.paid(store, member, "DELIVERY", 1);
        desk.move(clerk, order, "shipment");
        clock.advance(Duration.ofDays(9));
        assertThat(receiveByTime.receive(id(order))).isFalse();
        assertThat(desk.status(order)).isEqualTo("SHIPPED");
    }

    @Test
    void anotherNumberOfTheParcelDoesNotBeginItsTimeAnew() {
        String order = desk.paid(store, member, "DELIVERY", 1);
        desk.move(clerk, order, "shipment");
        clock.advance(Duration.ofDays(9));
        api.as(clerk)
                .post("/store/v1/orders/" + order + "/shipment", Map.of("carrier", "中通", "trackingNo", "ZT556677"))
                .expect(200);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(receiveByTime.receive(id(order))).isTrue();
    }

    @Test
    void whatWasNeverSentIsNotReceivedWhateverItsRowSays() {
        String order = desk.paid(store, member, "DELIVERY", 1);
        jdbc.update("UPDATE order_delivery SET receive_by = '2020-01-01' WHERE order_id = " + order);
        assertThat(receiveByTime.receive(id(order))).isFalse();
        assertThat(desk.status(order)).isEqualTo("TO_SHIP");
        jdbc.update("UPDATE order_delivery SET receive_by = NULL WHERE order_id = " + order);
    }

    @Test
    void ofTimersAndTheMemberOneReceivesIt() {
        for (int round = 0; round < 4; round++) {
            String order = desk.paid(store, member, "DELIVERY", 1);
            desk.move(clerk, order, "shipment");
            clock.advance(Duration.ofDays(10).plusSeconds(1));
            var outcomes = Race.run(
                    6,
                    i -> () -> i < 4
                            ? receiveByTime.receive(id(order))
                            : desk.tried(TestCallers.member(member), order, "received")
                                            .status()
                                    == 200);
            assertThat(outcomes).extracting(Race.Outcome::failure).containsOnlyNulls();
            assertThat(desk.steps(order)).hasSize(3);
            assertThat(desk.status(order)).isEqualTo("DONE");
        }
    }

    private static OrderId id(String order) {
        return OrderId.of(Long.parseLong(order));
    }
}
