package io.mendian.member.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.CardIssued;
import io.mendian.contracts.member.CardUsed;
import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class CardTest {

    private static final SkuId YOGA = SkuId.of(99_001);
    private static final SkuId BOXING = SkuId.of(99_002);
    private static final StoreId OTHER_STORE = StoreId.of(77_002);
    private static final CardTerms FIVE_USES = new CardTerms("PUNCH", 5, null, List.of(YOGA), List.of());

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
    IssueCard issueCard;

    private MemberKey member = Sale.someone();

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void aPaidCardIsIssuedOncePerPiece() {
        OrderPaid paid = assets.saleTo(member).card(2, FIVE_USES, 60_000).paid();
        deliveries.deliverTwice(paid);
        deliveries.deliverInParallel(paid, 4);
        Assets.race(4, i -> () -> deliveries.deliver(paid));
        JsonNode cards = api.as(TestCallers.member(member))
                .get("/app/v1/me/cards")
                .expect(200)
                .json();
        assertThat(cards).hasSize(2);
        assertThat(cards.get(0).path("usesLeft").asLong()).isEqualTo(5);
        assertThat(cards.get(0).path("serviceSkuIds").get(0).asString()).isEqualTo(YOGA.text());
        assertThat(outbox.events(CardIssued.class, member.text())).hasSize(2);
    }

    @Test
    void sixteenScansOnACardWithFiveUsesAreExactlyFive() {
        buy(FIVE_USES);
        List<Race.Outcome<Integer>> outcomes = Race.run(
                16,
                i -> () -> use(UUID.randomUUID().toString(), YOGA, Sale.STORE).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(5);
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 409)).hasSize(11);
        assertThat(assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member))
                .isZero();
        assertThat(assets.number("SELECT COUNT(*) FROM card_use WHERE member_key = ?", member))
                .isEqualTo(5);
        assertThat(outbox.events(CardUsed.class, member.text())).hasSize(5);
    }

    @Test
    void theSameScanTwiceIsOneUse() {
        buy(FIVE_USES);
        String useId = UUID.randomUUID().toString();
        List<Race.Outcome<Integer>> outcomes =
                Race.run(16, i -> () -> use(useId, YOGA, Sale.STORE).status());
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.value()).isEqualTo(200));
        assertThat(use(useId, YOGA, Sale.STORE)
                        .expect(200)
                        .json()
                        .path("usesLeft")
                        .asLong())
                .isEqualTo(4);
        use(useId, YOGA, OTHER_STORE).expectProblem(409, "CARD_USE_DIFFERS");
        assertThat(assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member))
                .isEqualTo(4);
    }

    @Test
    void aUseIsGivenBackOnce() {
        buy(FIVE_USES);
        String useId = UUID.randomUUID().toString();
        use(useId, YOGA, Sale.STORE).expect(200);
        for (int i = 0; i < 3; i++) {
            use(UUID.randomUUID().toString(), YOGA, Sale.STORE).expect(200);
        }
        Assets.race(
                8,
                i -> () -> assets.asOrderService()
                        .delete("/internal/v1/cards/use/" + useId)
                        .expect(204));
        assertThat(assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member))
                .isEqualTo(2);
        use(useId, YOGA, Sale.STORE).expectProblem(409, "CARD_USE_GIVEN_BACK");
        assets.asOrderService().delete("/internal/v1/cards/use/never-there").expect(204);
    }

    @Test
    void aCardPaysOnlyForItsServicesAndStores() {
        buy(new CardTerms("PUNCH", 3, null, List.of(YOGA), List.of(Sale.STORE)));
        use(UUID.randomUUID().toString(), BOXING, Sale.STORE).expectProblem(409, "NO_CARD_FOR_SERVICE");
        use(UUID.randomUUID().toString(), YOGA, OTHER_STORE).expectProblem(409, "NO_CARD_FOR_SERVICE");
        use(UUID.randomUUID().toString(), YOGA, Sale.STORE).expect(200);
    }

    @Test
    void aPeriodCardPaysInItsPeriodWithoutUsingUpAndGoesFirst() {
        buy(FIVE_USES);
        buy(new CardTerms("PERIOD", 0, 30, List.of(), List.of()));
        JsonNode used =
                use(UUID.randomUUID().toString(), YOGA, Sale.STORE).expect(200).json();
        assertThat(used.path("usesLeft").isNull()).isTrue();
        use(UUID.randomUUID().toString(), BOXING, Sale.STORE).expect(200);
        clock.advance(Duration.ofDays(30));
        use(UUID.randomUUID().toString(), BOXING, Sale.STORE).expectProblem(409, "NO_CARD_FOR_SERVICE");
        assertThat(use(UUID.randomUUID().toString(), YOGA, Sale.STORE)
                        .expect(200)
                        .json()
                        .path("usesLeft")
                        .asLong())
                .isEqualTo(4);
    }

    @Test
    void aFrozenCardStandsStillAndRunsOnAfterwards() {
        member = assets.joined();
        buy(new CardTerms("PERIOD", 0, 30, List.of(), List.of()));
        JsonNode card = cards().get(0);
        String path =
                "/hq/v1/members/" + member + "/cards/" + card.path("cardId").asString();
        Api hq = api.as(TestCallers.headquarters());
        hq.post(path + "/freeze", Map.of()).expect(200);
        use(UUID.randomUUID().toString(), YOGA, Sale.STORE).expectProblem(409, "NO_CARD_FOR_SERVICE");
        hq.post(path + "/freeze", Map.of()).expectProblem(409, "CARD_NOT_FREEZABLE");
        clock.advance(Duration.ofDays(40));
        JsonNode resumed = hq.post(path + "/resume", Map.of()).expect(200).json();
        Duration gained = Duration.between(
                Instant.parse(card.path("validUntil").asString()),
                Instant.parse(resumed.path("validUntil").asString()));
        assertThat(gained.toDays()).isEqualTo(40);
        use(UUID.randomUUID().toString(), YOGA, Sale.STORE).expect(200);
        hq.post("/hq/v1/members/" + member + "/cards/1/freeze", Map.of()).expectProblem(404, "CARD_UNKNOWN");
        hq.post(path.replace(member.text(), assets.joined().text()) + "/freeze", Map.of())
                .expectProblem(404, "CARD_UNKNOWN");
    }

    @Test
    void aRefundClosesTheUnusedPart() {
        Sale sale = assets.saleTo(member).card(2, FIVE_USES, 60_000);
        deliveries.deliver(sale.paid());
        String useId = UUID.randomUUID().toString();
        use(useId, YOGA, Sale.STORE).expect(200);
        deliveries.deliverTwice(sale.refund(1, 1, 30_000).event());
        assertThat(assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member))
                .isEqualTo(4);
        deliveries.deliver(sale.refund(1, 1, 24_000).full().event());
        use(UUID.randomUUID().toString(), YOGA, Sale.STORE).expectProblem(409, "NO_CARD_FOR_SERVICE");
        assets.asOrderService().delete("/internal/v1/cards/use/" + useId).expect(204);
        assertThat(assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member))
                .isZero();
    }

    @Test
    void theStatementSaysWhoAndWhereAndAStrangersCardIsUnknown() {
        buy(FIVE_USES);
        use(UUID.randomUUID().toString(), YOGA, Sale.STORE).expect(200);
        String cardId = cards().get(0).path("cardId").asString();
        JsonNode uses = api.as(TestCallers.member(member))
                .get("/app/v1/me/cards/" + cardId + "/uses")
                .expect(200)
                .json();
        assertThat(uses.get(0).path("storeId").asString()).isEqualTo(Sale.STORE.text());
        assertThat(uses.get(0).path("staffId").asString()).isEqualTo("4711");
        Api stranger = api.as(TestCallers.member(Sale.someone()));
        assertThat(code(stranger.get("/app/v1/me/cards/" + cardId + "/uses")))
                .isEqualTo(code(stranger.get("/app/v1/me/cards/1/uses")));
    }

    @Test
    void aCardForOneCauseIsIssuedOnceWhateverTheNumberOfTries() {
        CardOffer welcome =
                new CardOffer(member, YOGA, "新人辅导卡", FIVE_USES, "WELCOME", member.text(), 1, 0, 0, clock.instant());
        Assets.race(8, i -> () -> {
            issueCard.issue(welcome);
            return true;
        });
        assertThat(cards()).hasSize(1);
    }

    private static String code(Api.Answer answer) {
        return answer.expect(404).json().path("code").asString();
    }

    private void buy(CardTerms terms) {
        deliveries.deliver(assets.saleTo(member).card(1, terms, 30_000).paid());
    }

    private JsonNode cards() {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/cards")
                .expect(200)
                .json();
    }

    private Api.Answer use(String useId, SkuId service, StoreId store) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/cards/use",
                        Map.of(
                                "useId", useId,
                                "memberKey", member.text(),
                                "serviceSkuId", service.text(),
                                "storeId", store.text(),
                                "staffId", "4711"));
    }
}
