package io.mendian.member.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class CardCareTest {

    private static final SkuId COACHED = SkuId.of(99_401);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void aLostCardPaysForNothingAndTheNewOneTakesOverWhatIsLeftItsUsesAndItsContract() {
        MemberKey member = assets.joined();
        Sale sale = assets.saleTo(member).card(1, new CardTerms("PUNCH", 10, 90, List.of(COACHED), List.of()), 80_000);
        deliveries.deliver(sale.paid());
        String used = UUID.randomUUID().toString();
        use(member, used).expect(200);
        String old = card(member).path("cardId").asString();
        Api me = api.as(TestCallers.member(member));
        api.as(TestCallers.member(Sale.someone()))
                .post("/app/v1/me/cards/" + old + "/report-loss", Map.of("reason", "x"))
                .expectProblem(404, "CARD_UNKNOWN");
        me.post("/app/v1/me/cards/" + old + "/report-loss", Map.of("reason", "丢了"))
                .expect(200);
        use(member, UUID.randomUUID().toString()).expectProblem(409, "NO_CARD_FOR_SERVICE");
        Api hq = api.as(TestCallers.headquarters());
        String path = "/hq/v1/members/" + member + "/cards/" + old + "/reissue";
        List<Race.Outcome<Integer>> outcomes =
                Race.run(4, i -> () -> hq.post(path, Map.of()).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(1);
        use(member, UUID.randomUUID().toString()).expect(200);
        assets.asOrderService().delete("/internal/v1/cards/use/" + used).expect(204);
        assertThat(assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member))
                .isEqualTo(9);
        assertThat(assets.asOrderService()
                        .post(
                                "/internal/v1/asset-refunds/quote",
                                Map.of(
                                        "orderId",
                                        sale.orderId().text(),
                                        "lineId",
                                        "1",
                                        "cause",
                                        "MERCHANT",
                                        "paidMinor",
                                        80_000))
                        .expect(200)
                        .json()
                        .path("refundMinor")
                        .asLong())
                .isEqualTo(72_000);
    }

    @Test
    void theEndOfACardMovesOutByDays() {
        MemberKey member = assets.joined();
        deliveries.deliver(assets.saleTo(member)
                .card(1, new CardTerms("PERIOD", 0, 30, List.of(), List.of()), 30_000)
                .paid());
        JsonNode before = card(member);
        String path =
                "/hq/v1/members/" + member + "/cards/" + before.path("cardId").asString() + "/extend";
        Api hq = api.as(TestCallers.headquarters());
        JsonNode after =
                hq.post(path, Map.of("days", 14, "reason", "停业补偿")).expect(200).json();
        assertThat(Duration.between(
                                Instant.parse(before.path("validUntil").asString()),
                                Instant.parse(after.path("validUntil").asString()))
                        .toDays())
                .isEqualTo(14);
        hq.post(path.replace(member.text(), assets.joined().text()), Map.of("days", 14, "reason", "x"))
                .expectProblem(404, "CARD_UNKNOWN");
    }

    @Test
    void aNewMemberGetsTheOnboardingCardOnceWithFiveUsesThenItIsGone() {
        Api hq = api.as(TestCallers.headquarters());
        hq.put("/hq/v1/asset-rules", rules(true)).expect(200);
        MemberKey member;
        try {
            String phone = People.phone();
            var store = Shops.open(api).id();
            Assets.race(6, i -> () -> People.joined(api, store, phone));
            member = People.joined(api, store, phone);
        } finally {
            hq.put("/hq/v1/asset-rules", rules(false)).expect(200);
        }
        assertThat(assets.number("SELECT COUNT(*) FROM card WHERE member_key = ?", member))
                .isEqualTo(1);
        for (int i = 0; i < 5; i++) {
            use(member, UUID.randomUUID().toString()).expect(200);
        }
        use(member, UUID.randomUUID().toString()).expectProblem(409, "NO_CARD_FOR_SERVICE");
        assertThat(assets.number("SELECT COUNT(*) FROM card WHERE member_key = ?", assets.joined()))
                .isZero();
    }

    private static Map<String, Object> rules(boolean welcome) {
        Map<String, Object> rules = new HashMap<>(Map.of(
                "spendingRule",
                "PROPORTIONAL",
                "transferFeeMinor",
                0,
                "namedCapMinor",
                500_000,
                "anonymousCapMinor",
                100_000,
                "giftCardYears",
                3));
        if (welcome) {
            rules.put(
                    "welcomeCard",
                    Map.of(
                            "productSkuId",
                            "99400",
                            "name",
                            "新人辅导卡",
                            "uses",
                            5,
                            "serviceSkuIds",
                            List.of(COACHED.text())));
        }
        return rules;
    }

    private JsonNode card(MemberKey member) {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/cards")
                .expect(200)
                .json()
                .get(0);
    }

    private Api.Answer use(MemberKey member, String useId) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/cards/use",
                        Map.of(
                                "useId",
                                useId,
                                "memberKey",
                                member.text(),
                                "serviceSkuId",
                                COACHED.text(),
                                "storeId",
                                Sale.STORE.text()));
    }
}
