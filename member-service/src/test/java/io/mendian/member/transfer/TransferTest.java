package io.mendian.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MendianTest
class TransferTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    ExpireTransfers expireTransfers;

    private final MemberKey giver = Sale.someone();
    private final MemberKey taker = Sale.someone();

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void storedValuePassesOnOnceWithPrincipalAndBonusApart() {
        assets.recharge(giver, 10_000, 1_000);
        String id = offer(Map.of("amountMinor", 5_500))
                .expect(201)
                .json()
                .path("transferId")
                .asString();
        offer(Map.of("amountMinor", 5_501)).expectProblem(409, "NOT_ENOUGH_STORED_VALUE");
        String code = code(id);
        post(giver, "/app/v1/transfers/take", Map.of("code", code)).expectProblem(409, "TRANSFER_TO_ONESELF");
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8,
                i -> () -> post(i % 2 == 0 ? taker : Sale.someone(), "/app/v1/transfers/take", Map.of("code", code))
                        .status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(1);
        assertThat(balance(giver, "principal_minor")).isEqualTo(5_000);
        assertThat(balance(giver, "bonus_minor")).isEqualTo(500);
        assertThat(balance(giver, "held_principal_minor + held_bonus_minor")).isZero();
        post(giver, "/app/v1/me/transfers/" + id + "/cancel", Map.of()).expectProblem(409, "TRANSFER_ENDED");
    }

    @Test
    void whatNobodyTakesComesBackOnceByCancelOrByTime() {
        assets.recharge(giver, 10_000, 1_000);
        String first = offer(Map.of("amountMinor", 1_100))
                .expect(201)
                .json()
                .path("transferId")
                .asString();
        String code = code(first);
        Assets.race(
                4,
                i -> () -> post(giver, "/app/v1/me/transfers/" + first + "/cancel", Map.of())
                        .expect(204));
        post(taker, "/app/v1/transfers/take", Map.of("code", code)).expectProblem(404, "TRANSFER_UNKNOWN");
        String second = offer(Map.of("amountMinor", 1_100))
                .expect(201)
                .json()
                .path("transferId")
                .asString();
        String late = code(second);
        clock.advance(Duration.ofHours(25));
        post(taker, "/app/v1/transfers/take", Map.of("code", late)).expectProblem(404, "TRANSFER_UNKNOWN");
        Assets.race(4, i -> () -> expireTransfers.expireOne());
        while (expireTransfers.expireOne()) {
            // until none is due
        }
        assertThat(balance(giver, "held_principal_minor + held_bonus_minor")).isZero();
        assertThat(balance(giver, "principal_minor + bonus_minor")).isEqualTo(11_000);
    }

    @Test
    void aCardChangesItsOwnerAndPaysForNothingOnTheWay() {
        deliveries.deliver(assets.saleTo(giver)
                .card(1, new CardTerms("PUNCH", 5, null, List.of(), List.of()), 50_000)
                .paid());
        String card = api.as(TestCallers.member(giver))
                .get("/app/v1/me/cards")
                .json()
                .get(0)
                .path("cardId")
                .asString();
        post(taker, "/app/v1/me/transfers", Map.of("cardId", card)).expectProblem(404, "CARD_UNKNOWN");
        String id = offer(Map.of("cardId", card))
                .expect(201)
                .json()
                .path("transferId")
                .asString();
        use(giver).expectProblem(409, "NO_CARD_FOR_SERVICE");
        offer(Map.of("cardId", card)).expectProblem(409, "CARD_IN_USE");
        post(taker, "/app/v1/transfers/take", Map.of("code", code(id))).expect(200);
        use(giver).expectProblem(409, "NO_CARD_FOR_SERVICE");
        use(taker).expect(200);
        post(taker, "/app/v1/me/transfers/" + id + "/code", Map.of()).expectProblem(404, "TRANSFER_UNKNOWN");
    }

    @Test
    void theGiverPaysTheChainsFee() {
        Api hq = api.as(TestCallers.headquarters());
        hq.put("/hq/v1/asset-rules", rules("PROPORTIONAL", 200)).expect(200);
        try {
            assets.recharge(giver, 10_000, 0);
            String id = offer(Map.of("amountMinor", 3_000))
                    .expect(201)
                    .json()
                    .path("transferId")
                    .asString();
            post(taker, "/app/v1/transfers/take", Map.of("code", code(id))).expect(200);
        } finally {
            hq.put("/hq/v1/asset-rules", rules("PROPORTIONAL", 0)).expect(200);
        }
        assertThat(balance(giver, "principal_minor")).isEqualTo(6_800);
        assertThat(balance(taker, "principal_minor")).isEqualTo(3_000);
    }

    @Test
    void headquartersPassesOnWithAReasonAndWrongCodesAreThrottled() {
        MemberKey from = assets.joined();
        MemberKey to = assets.joined();
        assets.recharge(from, 10_000, 1_000);
        Api hq = api.as(TestCallers.headquarters());
        hq.post(
                        "/hq/v1/members/" + from + "/transfers",
                        Map.of("toMemberKey", to.text(), "amountMinor", 2_200, "reason", "继承"))
                .expect(201);
        hq.post("/hq/v1/members/1/transfers", Map.of("toMemberKey", to.text(), "amountMinor", 1, "reason", "x"))
                .expect(404);
        assertThat(balance(to, "principal_minor")).isEqualTo(2_000);
        for (int i = 0; i < 10; i++) {
            post(taker, "/app/v1/transfers/take", Map.of("code", "00000000000" + i))
                    .expectProblem(404, "TRANSFER_UNKNOWN");
        }
        post(taker, "/app/v1/transfers/take", Map.of("code", "000000000000")).expectProblem(429, "TRANSFER_CODE_TRIES");
    }

    @Test
    void reportedLossFreezesAtOnceAndHeadquartersLiftsIt() {
        MemberKey joined = assets.joined();
        assets.recharge(joined, 10_000, 1_000);
        post(joined, "/app/v1/me/stored-value/report-loss", Map.of("reason", "手机丢了"))
                .expect(204);
        assets.hold(assets.saleTo(joined), joined, 0, 100).expectProblem(409, "STORED_VALUE_FROZEN");
        post(joined, "/app/v1/me/transfers", Map.of("amountMinor", 100)).expectProblem(409, "STORED_VALUE_FROZEN");
        Api hq = api.as(TestCallers.headquarters());
        hq.post("/hq/v1/members/" + joined + "/stored-value/lift-loss", Map.of("reason", "核对身份"))
                .expect(204);
        assets.hold(assets.saleTo(joined), joined, 0, 100).expect(200);
        String csv = api.as(TestCallers.member(joined))
                .get("/app/v1/me/stored-value/export?from=2020-01-01&to=2099-01-01")
                .expect(200)
                .body();
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("RECHARGE", "PRINCIPAL,10000");
    }

    private static Map<String, Object> rules(String spending, long fee) {
        Map<String, Object> rules = new HashMap<>();
        rules.put("spendingRule", spending);
        rules.put("transferFeeMinor", fee);
        rules.put("namedCapMinor", 500_000);
        rules.put("anonymousCapMinor", 100_000);
        rules.put("giftCardYears", 3);
        return rules;
    }

    private Api.Answer offer(Map<String, ?> wish) {
        return post(giver, "/app/v1/me/transfers", wish);
    }

    private String code(String id) {
        return post(giver, "/app/v1/me/transfers/" + id + "/code", Map.of())
                .expect(200)
                .json()
                .path("code")
                .asString();
    }

    private Api.Answer post(MemberKey member, String path, Map<String, ?> body) {
        return api.as(TestCallers.member(member)).post(path, body);
    }

    private Api.Answer use(MemberKey member) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/cards/use",
                        Map.of(
                                "useId",
                                java.util.UUID.randomUUID().toString(),
                                "memberKey",
                                member.text(),
                                "serviceSkuId",
                                "5",
                                "storeId",
                                Sale.STORE.text()));
    }

    private long balance(MemberKey member, String column) {
        return assets.number("SELECT " + column + " FROM wallet_account WHERE member_key = ?", member);
    }
}
