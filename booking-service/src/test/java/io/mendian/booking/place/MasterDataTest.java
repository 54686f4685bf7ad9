package io.mendian.booking.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.booking.Gym;
import io.mendian.booking.checkin.client.FakeMembers;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class MasterDataTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    FakeMembers members;

    Gym gym;

    @BeforeEach
    void open() {
        gym = new Gym(api, deliveries, jdbc, clock);
    }

    @Autowired
    PlaceQueries places;

    @Test
    void anOlderVersionOfAServiceNeverOverwritesANewerOne() {
        SkuId sku = SkuId.of(Ids.next());
        deliveries.deliver(Gym.published(sku, 3, 45, "SERVICE", "新推拿"));
        deliveries.deliverTwice(Gym.published(sku, 2, 30, "GOODS", "旧推拿"));
        Service service = places.requireService(sku);
        assertThat(service.name()).isEqualTo("新推拿");
        assertThat(service.duration()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void goodsAreNotBooked() {
        SkuId sku = SkuId.of(Ids.next());
        deliveries.deliver(Gym.published(sku, 1, 45, "GOODS", "毛巾"));
        gym.appoint(Gym.newMember(), sku, Gym.at(gym.soon(), "10:00"), null).expectProblem(404, "SERVICE_UNKNOWN");
    }

    @Test
    void headquartersReachesOnlyStoresThatExist() {
        api.as(TestCallers.headquarters())
                .get("/hq/v1/stores/" + Ids.next() + "/resources")
                .expectProblem(404, "NOT_FOUND");
        api.as(TestCallers.headquarters())
                .get("/hq/v1/stores/" + gym.store + "/resources")
                .expect(200);
    }
}
