package io.mendian.marketing.promotion;

import static io.mendian.marketing.Marketing.basket;
import static io.mendian.marketing.Marketing.line;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.quote;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MendianTest
class PromotionTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private final long sku = Ids.next();
    private Instant from;
    private Instant to;

    @BeforeEach
    void now() {
        from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        to = from.plus(Duration.ofDays(3));
    }

    @Test
    void aLivePromotionAppliesByItselfFromItsFirstToBeforeItsLastInstant() {
        String promotion = make(nthPiece());
        assertThat(price(from.minusMillis(1))).isEqualTo(2_000);
        assertThat(price(from)).isEqualTo(1_500);
        assertThat(price(to.minusMillis(1))).isEqualTo(1_500);
        assertThat(price(to)).isEqualTo(2_000);
        assertThat(quote(api, basket(newMember(), from, line("a", sku, 2, 1_000)))
                        .path("explanations")
                        .get(0)
                        .path("rule")
                        .asString())
                .isEqualTo("PROMOTION:" + promotion);
    }

    @Test
    void draftsAndEndedOnesDoNotApply() {
        String promotion = make(with(nthPiece(), "state", "DRAFT"));
        assertThat(price(from)).isEqualTo(2_000);
        put(promotion, nthPiece()).expect(200);
        assertThat(price(from)).isEqualTo(1_500);
        put(promotion, with(nthPiece(), "state", "ENDED")).expect(200);
        assertThat(price(from)).isEqualTo(2_000);
        put(promotion, nthPiece()).expectProblem(409, "PROMOTION_STATE");
    }

    @Test
    void theTermsOfALiveOneAreFixed() {
        String promotion = make(nthPiece());
        put(promotion, with(nthPiece(), "settings", Map.of("nth", 2, "permilleOff", 900)))
                .expectProblem(409, "PROMOTION_FIXED");
        put(promotion, with(nthPiece(), "name", "双十二第二件半价")).expect(200);
    }

    @Test
    void levelsAndChannelsNarrowIt() {
        make(with(nthPiece(), "audience", Map.of("levels", List.of("GOLD"), "channels", List.of("POS"))));
        Map<String, Object> basket = basket(newMember(), from, line("a", sku, 2, 1_000));
        assertThat(payable(with(with(basket, "level", "GOLD"), "channel", "POS")))
                .isEqualTo(1_500);
        assertThat(payable(with(with(basket, "level", "SILVER"), "channel", "POS")))
                .isEqualTo(2_000);
        assertThat(payable(with(basket, "level", "GOLD"))).isEqualTo(2_000);
    }

    @Test
    void aPromotionForAllIsForStrangersToo() {
        make(nthPiece());
        Map<String, Object> basket = new HashMap<>(basket(newMember(), from, line("a", sku, 2, 1_000)));
        basket.remove("memberKey");
        assertThat(payable(basket)).isEqualTo(1_500);
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        api.as(TestCallers.headquarters())
                .post("/hq/v1/promotions", with(nthPiece(), "settings", Map.of("nth", 1, "permilleOff", 500)))
                .expectProblem(400, "PROMOTION_INVALID");
        api.as(TestCallers.headquarters())
                .post("/hq/v1/promotions", with(nthPiece(), "validTo", from.toString()))
                .expectProblem(400, "PROMOTION_INVALID");
        api.as(TestCallers.headquarters()).get("/hq/v1/promotions/4242").expectProblem(404, "PROMOTION_UNKNOWN");
    }

    private Map<String, Object> nthPiece() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "第二件半价");
        body.put("kind", "NTH_PIECE");
        body.put("settings", Map.of("nth", 2, "permilleOff", 500));
        body.put("scope", Map.of("skuIds", List.of(Long.toString(sku))));
        body.put("validFrom", from.toString());
        body.put("validTo", to.toString());
        body.put("state", "LIVE");
        return body;
    }

    private String make(Map<String, Object> body) {
        return api.as(TestCallers.headquarters())
                .post("/hq/v1/promotions", body)
                .expect(201)
                .json()
                .path("promotionId")
                .asString();
    }

    private Api.Answer put(String id, Map<String, Object> body) {
        return api.as(TestCallers.headquarters()).put("/hq/v1/promotions/" + id, body);
    }

    private long price(Instant at) {
        return payable(basket(newMember(), at, line("a", sku, 2, 1_000)));
    }

    private long payable(Map<String, Object> basket) {
        return quote(api, basket).path("payableMinor").asLong();
    }
}
