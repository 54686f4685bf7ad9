package io.mendian.member.level;

import io.mendian.contracts.member.MemberLevelChanged;
import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A member on a ladder whose levels last for a period. */
@MendianTest
abstract class LevelPeriodCase {

    static final BusinessDay DAYS = BusinessDay.in(BusinessDay.CHINA);

    static final Map<String, Object> YEAR = Map.of("period", "CALENDAR_YEAR", "onMiss", "ONE_STEP_DOWN");

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    MovableClock clock;

    @Autowired
    LadderSetting ladders;

    @Autowired
    EndLevelPeriods endLevelPeriods;

    MemberKey member;

    JsonNode before;

    @BeforeEach
    void aMember() {
        member = assets.joined();
        before = ladders.inForce();
    }

    @AfterEach
    void theBooksBalance() {
        ladders.restore(before);
        assets.balance();
    }

    int beginOfAYear() {
        int year = DAYS.dateOf(clock.instant()).getYear() + 1;
        clock.advanceTo(newYear(year).plusSeconds(3_600));
        ladders.endAll();
        return year;
    }

    static java.time.Instant newYear(int year) {
        return DAYS.startOf(LocalDate.of(year, 1, 1));
    }

    String level() {
        return mine().path("level").path("code").asString();
    }

    JsonNode mine() {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/level")
                .expect(200)
                .json();
    }

    JsonNode context() {
        return assets.asOrderService()
                .get("/internal/v1/members/" + member + "/checkout-context")
                .expect(200)
                .json();
    }

    List<String> changes() {
        return outbox.events(MemberLevelChanged.class, member.text()).stream()
                .map(event -> event.fromLevel() + ">" + event.toLevel())
                .toList();
    }
}
