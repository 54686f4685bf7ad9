package io.mendian.marketing.charge;

import static io.mendian.marketing.Marketing.line;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.quote;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.marketing.Marketing;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Service charge, packaging fee and 抹零 (X20, the side of the price). */
@MendianTest
class ChargesTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private final String store = Long.toString(Ids.next());

    @Test
    void feesAndRoundingAreToldAndAddUp() {
        set(Map.of(
                        "version", 0,
                        "fees",
                                List.of(
                                        fee("SERVICE_CHARGE", Map.of("permille", 100, "of", "NET")),
                                        fee("PACKAGING", Map.of("perOrderMinor", 50, "perPieceMinor", 20))),
                        "rounding", Map.of("mode", "DOWN", "unitMinor", 10, "cashOnly", false)))
                .expect(200);
        JsonNode quote = quote(api, basket(2, 1_234));
        // 24.68 and 10 % of it, 2.468 half-up, and 0.50 + 2 × 0.20, are 28.05; rounded down to 28.00
        assertThat(amounts(quote)).containsExactly(2_468L, 0L, 337L, -5L, 2_800L);
        assertThat(quote.path("fees").valueStream().map(fee -> fee.path("text").asString()))
                .containsExactly("服务费 10% 2.47 元", "包装费 0.90 元");
        assertThat(quote.path("explanations").get(0).path("rule").asString()).isEqualTo("ROUNDING");
        assertThat(quote.path("charges").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void cashRoundingIsForCashAndTheOtherPriceIsTold() {
        set(Map.of("version", 0, "rounding", Map.of("mode", "DOWN", "unitMinor", 100, "cashOnly", true)))
                .expect(200);
        JsonNode unsaid = quote(api, basket(1, 1_299));
        assertThat(unsaid.path("payableMinor").asLong()).isEqualTo(1_299);
        assertThat(unsaid.path("paidOtherwise").get(0).path("payableMinor").asLong())
                .isEqualTo(1_200);
        assertThat(unsaid.path("paidOtherwise").get(0).path("text").asString()).contains("现金", "12 元");
        JsonNode cash = quote(api, with(basket(1, 1_299), "payWith", List.of("CASH")));
        assertThat(amounts(cash)).containsExactly(1_299L, 0L, 0L, -99L, 1_200L);
        JsonNode mixed = quote(api, with(basket(1, 1_299), "payWith", List.of("CASH", "WECHAT_PAY")));
        assertThat(mixed.path("payableMinor").asLong()).isEqualTo(1_299);
    }

    @Test
    void aStoreWithoutItsOwnHasTheChainsAndMayReturnToThem() {
        assertThat(charges().path("inherited").asBoolean()).isTrue();
        set(Map.of("version", 0, "fees", List.of(fee("PACKAGING", Map.of("perOrderMinor", 100)))))
                .expect(200);
        assertThat(charges().path("inherited").asBoolean()).isFalse();
        assertThat(quote(api, basket(1, 900)).path("payableMinor").asLong()).isEqualTo(1_000);
        set(Map.of("version", 1, "inherit", true)).expect(200);
        assertThat(charges().path("inherited").asBoolean()).isTrue();
        assertThat(charges().path("version").asInt()).isEqualTo(2);
        assertThat(quote(api, basket(1, 900)).path("payableMinor").asLong()).isEqualTo(900);
    }

    @Test
    void ofParallelChangesOneIsMade() {
        var outcomes = Race.run(
                10,
                i -> () -> set(Map.of(
                                "version", 0, "fees", List.of(fee("PACKAGING", Map.of("perOrderMinor", 100 + i)))))
                        .status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(1);
        assertThat(charges().path("version").asInt()).isEqualTo(1);
        set(Map.of("version", 0)).expectProblem(409, "CHARGES_CHANGED");
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhy() {
        set(Map.of("version", 0, "fees", List.of(fee("TIP", Map.of())))).expectProblem(400, "CHARGES_INVALID");
        set(Map.of("version", 0, "fees", List.of(fee("SERVICE_CHARGE", Map.of("permille", 100)))))
                .expectProblem(400, "CHARGES_INVALID");
        set(Map.of("version", 0, "rounding", Map.of("mode", "HALF_UP", "unitMinor", 10, "cashOnly", true)))
                .expectProblem(409, "ROUNDING_UP_NOT_ALLOWED");
    }

    private Map<String, Object> basket(long quantity, long price) {
        return with(
                Marketing.basket(newMember(), clock.instant(), line("a", Ids.next(), quantity, price)),
                "storeId",
                store);
    }

    private Api.Answer set(Map<String, Object> body) {
        return api.as(TestCallers.headquarters()).put("/hq/v1/charges/" + store, body);
    }

    private JsonNode charges() {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/charges/" + store)
                .expect(200)
                .json();
    }

    private static Map<String, Object> fee(String kind, Map<String, Object> settings) {
        return Map.of("kind", kind, "settings", settings);
    }

    private static List<Long> amounts(JsonNode quote) {
        return List.of(
                quote.path("listMinor").asLong(),
                quote.path("discountMinor").asLong(),
                quote.path("feesMinor").asLong(),
                quote.path("roundingMinor").asLong(),
                quote.path("payableMinor").asLong());
    }
}
