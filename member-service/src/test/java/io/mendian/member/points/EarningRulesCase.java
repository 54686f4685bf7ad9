package io.mendian.member.points;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A member and the points rule, which is put back after each test. */
@MendianTest
abstract class EarningRulesCase {

    static final BusinessDay DAYS = BusinessDay.in(BusinessDay.CHINA);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    WarnOfExpiry warnOfExpiry;

    @Autowired
    ExpirePoints expirePoints;

    final MemberKey member = Sale.someone();

    JsonNode before;

    @BeforeEach
    void rememberTheRule() {
        before = hq().get("/hq/v1/points-rule").expect(200).json();
    }

    @AfterEach
    void theBooksBalance() {
        hq().put("/hq/v1/points-rule", before).expect(200);
        assets.balance();
    }

    long expiring(Instant at) {
        return assets.number(
                "SELECT SUM(remaining) FROM points_lot WHERE member_key = ? AND expires_at = TIMESTAMP '"
                        + at.toString().replace("T", " ").replace("Z", "") + "'",
                member);
    }

    void warnAll() {
        while (warnOfExpiry.warn(200) > 0) {
            // lots of other tests
        }
    }

    void rule(Map<String, Object> rule) {
        hq().put("/hq/v1/points-rule", new HashMap<>(rule)).expect(200);
    }

    Api hq() {
        return api.as(TestCallers.headquarters());
    }

    JsonNode statement() {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/points")
                .expect(200)
                .json();
    }
}
