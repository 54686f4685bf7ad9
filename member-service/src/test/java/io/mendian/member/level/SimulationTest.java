package io.mendian.member.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A simulation says exactly what the change then does, and does nothing itself. */
@MendianTest
class SimulationTest {

    private static final Map<String, Object> LIFT = Map.of("fromMinor", 90_000, "level", "GOLD");

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    LadderSetting ladders;

    @Autowired
    JdbcTemplate jdbc;

    private JsonNode before;

    @BeforeEach
    void rememberTheLadder() {
        before = ladders.inForce();
    }

    @AfterEach
    void theBooksBalance() {
        ladders.restore(before);
        assets.balance();
    }

    @Test
    void everyChangeDoesWhatItsSimulationSaid() {
        Random random = new Random(20_261_122);
        List<Map<String, Object>> changes = List.of(
                LadderSetting.ladder(Map.of("period", "LIFETIME", "accelerations", List.of(LIFT))),
                LadderSetting.ladder(Map.of("period", "CALENDAR_YEAR", "onMiss", "ONE_STEP_DOWN")),
                LadderSetting.ladder(Map.of("period", "CALENDAR_YEAR", "onMiss", "TO_FIT"), 150_000, 400_000),
                LadderSetting.ladder(Map.of("period", "ROLLING", "months", 3, "floor", "SILVER"), 90_000, 200_000),
                LadderSetting.ladder(Map.of("period", "ROLLING", "months", 3), 60_000, 250_000),
                LadderSetting.ladder(Map.of("period", "ANNIVERSARY", "onChange", "RISE_ONLY"), 70_000, 900_000),
                LadderSetting.ladder(Map.of("period", "ANNIVERSARY", "accelerations", List.of(LIFT)), 50_000, 800_000),
                LadderSetting.ladder(Map.of("period", "LIFETIME"), 99_000, 333_000));
        for (Map<String, Object> change : changes) {
            someTrade(random);
            Map<String, Long> levels = levels();
            JsonNode said = simulate(change);
            assertThat(levels()).as("a simulation changes nothing").isEqualTo(levels);
            Map<Long, String> was = standings();
            ladders.set(change);
            assertThat(moves(said)).as(said.toString()).isEqualTo(done(was, standings()));
        }
    }

    @Test
    void itNamesWhoWouldFallAndRefusesWhatSettingWouldRefuse() {
        MemberKey member = Sale.someone();
        assets.earn(member, 100_000);
        JsonNode said = simulate(LadderSetting.ladder(Map.of("period", "LIFETIME"), 100_001, 500_000));
        assertThat(said.path("drops").asLong()).isPositive();
        assertThat(said.path("text").asString()).startsWith(said.path("drops").asLong() + " 位会员会降级");
        assertThat(said.path("moves").get(0).path("direction").asString()).isEqualTo("DROP");
        assertThat(said.path("moves").get(0).path("sample").size()).isBetween(1, 5);
        hq().post("/hq/v1/levels/simulations", LadderSetting.ladder(Map.of("period", "LIFETIME"), 600_000, 500_000))
                .expectProblem(400, "LADDER_INVALID");
        api.as(TestCallers.headquarters(Right.MEMBERS_READ))
                .post("/hq/v1/levels/simulations", LadderSetting.ladder(Map.of("period", "LIFETIME")))
                .expectProblem(403, "NOT_ALLOWED");
    }

    private void someTrade(Random random) {
        for (int i = 0; i < 12; i++) {
            MemberKey member = i % 3 == 0 ? assets.joined() : Sale.someone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                Sale sale = assets.saleTo(member).goods(20_000L + random.nextInt(180_000));
                deliveries.deliver(sale.paid());
                if (random.nextInt(4) == 0) {
                    deliveries.deliver(
                            sale.refund(1, 1, 1 + random.nextInt(20_000)).event());
                }
            }
        }
        clock.advance(Duration.ofDays(20 + random.nextInt(40)));
        ladders.endAll();
    }

    private JsonNode simulate(Map<String, Object> ladder) {
        return hq().post("/hq/v1/levels/simulations", ladder).expect(200).json();
    }

    private static Map<String, Long> moves(JsonNode said) {
        Map<String, Long> moves = new TreeMap<>();
        said.path("moves")
                .forEach(move -> moves.put(
                        move.path("from").asString() + ">" + move.path("to").asString(),
                        move.path("members").asLong()));
        return moves;
    }

    private static Map<String, Long> done(Map<Long, String> was, Map<Long, String> is) {
        Map<String, Long> moves = new TreeMap<>();
        was.forEach((member, level) -> moves.merge(level + ">" + is.get(member), 1L, Long::sum));
        return moves;
    }

    private Map<Long, String> standings() {
        Map<Long, String> levels = new TreeMap<>();
        jdbc.query("SELECT member_key, level_code FROM level_standing", row -> {
            levels.put(row.getLong(1), row.getString(2));
        });
        return levels;
    }

    private Map<String, Long> levels() {
        Map<String, Long> counts = new TreeMap<>();
        standings().values().forEach(level -> counts.merge(level, 1L, Long::sum));
        return counts;
    }

    private Api hq() {
        return api.as(TestCallers.headquarters());
    }
}
