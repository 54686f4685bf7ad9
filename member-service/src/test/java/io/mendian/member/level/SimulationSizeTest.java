package io.mendian.member.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long a simulation takes on a hundred thousand members with ten purchases each; run by hand with
 * {@code -Dmendian.size=1}, for it says nothing about right or wrong and everything about the machine.
 */
@MendianTest
@EnabledIfSystemProperty(named = "mendian.size", matches = ".+")
class SimulationSizeTest {

    private static final int MEMBERS = 100_000;

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    LadderSetting ladders;

    @Test
    void aSimulationOverAHundredThousandMembers() {
        jdbc.execute("CREATE TABLE IF NOT EXISTS digit (d INT PRIMARY KEY)");
        for (int i = 0; i < 10; i++) {
            jdbc.update("INSERT IGNORE INTO digit VALUES (?)", i);
        }
        String numbers =
                "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n FROM digit a, digit b, digit c,"
                        + " digit e, digit f) numbers";
        jdbc.update(
                "INSERT INTO level_credit (order_id, member_key, on_day, permille, spend_minor, orders, points, recharge)"
                        + " SELECT 7000000000 + n * 10 + g.d, 800000000 + n, DATE_SUB(CURRENT_DATE, INTERVAL (n * 7 + g.d * 53) % 700 DAY),"
                        + " 1000, 500 + (n * 37 + g.d * 1013) % 90000, 1, 0, 0 FROM " + numbers + ", digit g");
        jdbc.update(
                "INSERT INTO level_standing (member_key, level_code, spend_minor, order_count, ladder_version, since, anchor_on)"
                        + " SELECT member_key, 'SILVER', SUM(spend_minor), COUNT(*), (SELECT MAX(version) FROM level_ladder), NOW(),"
                        + " MIN(on_day) FROM level_credit WHERE order_id BETWEEN 7000000000 AND 7009999999 GROUP BY member_key");
        jdbc.execute("ANALYZE TABLE level_credit, level_standing");
        for (Map<String, Object> terms : List.<Map<String, Object>>of(
                Map.of("period", "LIFETIME"),
                Map.of("period", "CALENDAR_YEAR"),
                Map.of("period", "ANNIVERSARY"),
                Map.of("period", "ROLLING", "months", 12))) {
            long began = System.nanoTime();
            var said = api.as(TestCallers.headquarters())
                    .post("/hq/v1/levels/simulations", LadderSetting.ladder(terms))
                    .expect(200)
                    .json();
            System.out.println("SIMULATION " + terms.get("period") + " " + (System.nanoTime() - began) / 1_000_000
                    + " ms " + said.path("members") + " members: "
                    + said.path("text").asString());
            assertThat(said.path("members").asLong()).isGreaterThanOrEqualTo(MEMBERS);
        }
        long began = System.nanoTime();
        ladders.set(LadderSetting.ladder(Map.of("period", "CALENDAR_YEAR")));
        System.out.println("REVIEW of all " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }
}
