package io.mendian.marketing.quote;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.basket;
import static io.mendian.marketing.Marketing.claim;
import static io.mendian.marketing.Marketing.line;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.promotion;
import static io.mendian.marketing.Marketing.quote;
import static io.mendian.marketing.Marketing.template;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is stored with an order prices it again; and the price of other means of payment. */
@MendianTest
class QuoteAgainTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    private final MemberKey member = newMember();
    private final long sku = Ids.next();
    private final String store = Long.toString(Ids.next());
    private Map<String, Object> basket = Map.of();

    @BeforeEach
    void aBasket() {
        basket = basket(member, clock.instant(), line("a", sku, 3, 3_333), line("b", sku + 1, 1, 999));
        basket.put("storeId", store);
        basket.put("levelPricePermille", 950);
        basket.put("usePoints", -1);
        basket.put("pointsBalance", 321);
        basket.put("pointsPerCurrencyUnit", 100);
        basket.put("pointsCapPermille", 500);
    }

    @Test
    void anOldQuoteComesOutTheSameWhateverHasChangedSince() {
        String promotion = promotion(api, Instant.EPOCH, sku, "PERCENT_OFF", Map.of("permilleOff", 70), Map.of());
        claim(api, template(api, with(amountOff(5_000, 700), "scope", Map.of("skuIds", List.of(text(sku))))), member);
        api.as(TestCallers.headquarters())
                .put(
                        "/hq/v1/charges/" + store,
                        Map.of(
                                "version",
                                0,
                                "fees",
                                List.of(Map.of(
                                        "kind", "SERVICE_CHARGE", "settings", Map.of("permille", 60, "of", "LIST"))),
                                "rounding",
                                Map.of("mode", "DOWN", "unitMinor", 10, "cashOnly", false)))
                .expect(200);
        basket.put("at", clock.instant().toString());
        JsonNode first = quote(api, basket);
        assertThat(first.path("rules").size()).isEqualTo(2);
        JsonNode view = api.as(TestCallers.headquarters())
                .get("/hq/v1/promotions/" + promotion)
                .json();
        Map<String, Object> ended = with(promotionBody(view), "state", "ENDED");
        api.as(TestCallers.headquarters())
                .put("/hq/v1/promotions/" + promotion, ended)
                .expect(200);
        api.as(TestCallers.headquarters())
                .put("/hq/v1/charges/" + store, Map.of("version", 1))
                .expect(200);
        JsonNode later = quote(api, basket);
        assertThat(later.path("payableMinor").asLong())
                .isNotEqualTo(first.path("payableMinor").asLong());
        JsonNode again = again(first).expect(200).json();
        for (String field : List.of("payableMinor", "discountMinor", "feesMinor", "roundingMinor", "lines", "fees")) {
            assertThat(again.path(field)).as(field).isEqualTo(first.path(field));
        }
        assertThat(again.path("explanations")).isEqualTo(first.path("explanations"));
    }

    @Test
    void aCalculationThatIsGoneIsSaidSo() {
        Map<String, Object> stored = stored(quote(api, basket));
        machine(api)
                .post("/internal/v1/quotes/again", with(stored, "ruleVersion", "e0"))
                .expectProblem(409, "QUOTE_VERSION_GONE");
    }

    @Test
    void theStoredValuePriceComesAfterThePointsAndIsToldBeforehand() {
        promotion(
                api,
                clock.instant(),
                sku,
                "PERCENT_OFF",
                Map.of("permilleOff", 100),
                Map.of("audience", Map.of("tenders", List.of("STORED_VALUE"))));
        Map<String, Object> plain = basket(member, clock.instant(), line("a", sku, 1, 10_000));
        plain.put("usePoints", 2_000);
        plain.put("pointsBalance", 2_000);
        plain.put("pointsPerCurrencyUnit", 100);
        plain.put("pointsCapPermille", 500);
        JsonNode unsaid = quote(api, plain);
        assertThat(unsaid.path("payableMinor").asLong()).isEqualTo(8_000);
        assertThat(unsaid.path("paidOtherwise").get(0).path("payWith").get(0).asString())
                .isEqualTo("STORED_VALUE");
        assertThat(unsaid.path("paidOtherwise").get(0).path("payableMinor").asLong())
                .isEqualTo(7_200);
        JsonNode stored = quote(api, with(plain, "payWith", List.of("STORED_VALUE")));
        assertThat(stored.path("payableMinor").asLong()).isEqualTo(7_200);
        assertThat(stored.path("explanations")
                        .valueStream()
                        .map(each -> each.path("rule").asString()))
                .first()
                .isEqualTo("POINTS");
        assertThat(stored.path("paidOtherwise").get(0).path("payWith").size()).isZero();
        assertThat(stored.path("paidOtherwise").get(0).path("payableMinor").asLong())
                .isEqualTo(8_000);
        assertThat(quote(api, with(plain, "payWith", List.of("STORED_VALUE", "CASH")))
                        .path("payableMinor")
                        .asLong())
                .isEqualTo(8_000);
    }

    @Test
    void firstOrderSegmentAndChannelAreToldWhenTheyDoNotFit() {
        Map<String, Object> first = Map.of("audience", Map.of("firstOrder", true));
        promotion(api, clock.instant(), sku, "EACH_PIECE_OFF", Map.of("amountMinor", 100), first);
        Map<String, Object> plain = basket(member, clock.instant(), line("a", sku, 1, 1_000));
        assertThat(quote(api, with(plain, "memberPaidOrders", 0))
                        .path("payableMinor")
                        .asLong())
                .isEqualTo(900);
        JsonNode second = quote(api, with(plain, "memberPaidOrders", 1));
        assertThat(second.path("payableMinor").asLong()).isEqualTo(1_000);
        assertThat(second.path("notApplied").get(0).path("code").asString()).isEqualTo("NOT_FIRST_ORDER");
        promotion(
                api,
                clock.instant(),
                sku + 7,
                "EACH_PIECE_OFF",
                Map.of("amountMinor", 100),
                Map.of("audience", Map.of("segments", List.of("88"))));
        Map<String, Object> other = basket(member, clock.instant(), line("a", sku + 7, 1, 1_000));
        assertThat(quote(api, other).path("notApplied").get(0).path("code").asString())
                .isEqualTo("OTHER_SEGMENT");
        assertThat(quote(api, with(other, "segments", List.of("3", "88")))
                        .path("payableMinor")
                        .asLong())
                .isEqualTo(900);
    }

    private Api.Answer again(JsonNode quote) {
        return machine(api).post("/internal/v1/quotes/again", stored(quote));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> stored(JsonNode quote) {
        return json.convertValue(quote, Map.class);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> promotionBody(JsonNode view) {
        return json.convertValue(view.path("terms"), Map.class);
    }

    private static String text(long id) {
        return Long.toString(id);
    }
}
