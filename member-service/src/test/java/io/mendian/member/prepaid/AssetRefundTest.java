package io.mendian.member.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class AssetRefundTest {

    private static final SkuId YOGA = SkuId.of(99_201);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    private final MemberKey member = Sale.someone();
    private final String refundId = Long.toString(Ids.next());

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void anUntouchedRechargeComesBackInFullWithinSevenDays() {
        Sale sale = recharged();
        clock.advance(Duration.ofDays(6));
        JsonNode quote = quote(sale, "CONSUMER", 10_000).expect(200).json();
        assertThat(quote.path("formula").asString()).isEqualTo("SEVEN_DAYS");
        assertThat(quote.path("refundMinor").asLong()).isEqualTo(10_000);
        assertThat(quote.path("takesBack").path("bonusMinor").asLong()).isEqualTo(1_000);
        assertThat(quote.path("steps").get(0).path("text").asString()).isEqualTo("已付款");
        clock.advance(Duration.ofDays(2));
        assertThat(quote(sale, "CONSUMER", 10_000)
                        .expect(200)
                        .json()
                        .path("formula")
                        .asString())
                .isEqualTo("CONSUMER_REASON");
    }

    @Test
    void theTwoCausesAreReckonedByTheirTwoFormulas() {
        Sale sale = recharged();
        spend(5_500);
        assertThat(quote(sale, "MERCHANT", 10_000).json().path("refundMinor").asLong())
                .isEqualTo(5_000);
        assertThat(quote(sale, "CONSUMER", 10_000).json().path("refundMinor").asLong())
                .isEqualTo(4_500);
    }

    @Test
    void whatIsTakenBackIsSetAsideOnceAndGoesWithTheRefundedOrder() {
        Sale sale = recharged();
        spend(1_100);
        refund(sale, "MERCHANT", 10_000, 9_001).expectProblem(409, "ASSET_REFUND_CHANGED");
        List<Race.Outcome<Integer>> outcomes =
                Race.run(8, i -> () -> refund(sale, "MERCHANT", 10_000, 9_000).status());
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.value()).isEqualTo(200));
        assertThat(balance("held_principal_minor + held_bonus_minor")).isEqualTo(9_900);
        assets.hold(assets.saleTo(member), member, 0, 1).expectProblem(409, "NOT_ENOUGH_STORED_VALUE");
        refundAs(Long.toString(Ids.next()), sale, "MERCHANT", 10_000, 9_000).expectProblem(409, "ASSET_REFUND_RUNNING");
        OrderRefunded refunded = sale.refund(1, 1, 10_000).id(refundId).full().event();
        deliveries.deliverTwice(refunded);
        Assets.race(4, i -> () -> deliveries.deliver(refunded));
        assertThat(balance("principal_minor + bonus_minor")).isZero();
        assertThat(balance("held_principal_minor + held_bonus_minor")).isZero();
        refundAs(Long.toString(Ids.next()), sale, "MERCHANT", 10_000, 0).expectProblem(409, "ASSET_REFUNDED");
        assertThat(refund(sale, "MERCHANT", 10_000, 9_000)
                        .expect(200)
                        .json()
                        .path("refundMinor")
                        .asLong())
                .isEqualTo(9_000);
    }

    @Test
    void aRefundThatIsGivenUpFreesEverythingOnce() {
        Sale sale = recharged();
        refund(sale, "CONSUMER", 10_000, 10_000).expect(200);
        Assets.race(6, i -> () -> release().expect(204));
        release().expect(204);
        assertThat(balance("held_principal_minor + held_bonus_minor")).isZero();
        refund(sale, "CONSUMER", 10_000, 10_000).expectProblem(409, "ASSET_REFUND_ENDED");
        refundAs(Long.toString(Ids.next()), sale, "CONSUMER", 10_000, 10_000).expect(200);
    }

    @Test
    void spendingAndRefundingAtTheSameInstantNeverGiveTheSameMoneyTwice() {
        for (int round = 0; round < 4; round++) {
            MemberKey someone = Sale.someone();
            Sale sale = assets.saleTo(someone).recharge(10_000, 1_000);
            deliveries.deliver(sale.paid());
            Sale spending = assets.saleTo(someone).goods(11_000).storedValue(11_000);
            String id = Long.toString(Ids.next());
            List<Race.Outcome<Integer>> outcomes = Race.run(
                    2,
                    i -> () -> i == 0
                            ? assets.hold(spending, someone, 0, 11_000).status()
                            : refundAs(id, sale, "CONSUMER", 10_000, 10_000).status());
            assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200))
                    .hasSize(1);
            assertThat(outcomes.stream().filter(outcome -> outcome.value() == 409))
                    .hasSize(1);
        }
    }

    @Test
    void aRechargeGivesBackOnlyWhatIsLeftOfItself() {
        Sale first = recharged();
        Sale second = assets.saleTo(member).recharge(20_000, 0);
        deliveries.deliver(second.paid());
        spend(12_000);
        clock.advance(Duration.ofDays(8));
        JsonNode old = quote(first, "CONSUMER", 10_000).json();
        JsonNode young = quote(second, "CONSUMER", 20_000).json();
        long left = old.path("takesBack").path("principalMinor").asLong()
                + young.path("takesBack").path("principalMinor").asLong();
        assertThat(left).isEqualTo(balance("principal_minor"));
        assertThat(old.path("takesBack").path("principalMinor").asLong()).isZero();
    }

    @Test
    void aPunchCardGivesBackByItsUsesAndPaysForNothingMeanwhile() {
        CardTerms ten = new CardTerms("PUNCH", 10, null, List.of(YOGA), List.of());
        Sale sale = assets.saleTo(member).card(1, ten, 80_000);
        deliveries.deliver(sale.paid());
        for (int i = 0; i < 3; i++) {
            use("r" + i + member).expect(200);
        }
        assertThat(quote(sale, "MERCHANT", 80_000).json().path("refundMinor").asLong())
                .isEqualTo(56_000);
        JsonNode quote = quote(sale, "CONSUMER", 80_000).json();
        assertThat(quote.path("takesBack").path("uses").asLong()).isEqualTo(7);
        refund(sale, "MERCHANT", 80_000, 56_000).expect(200);
        use("later" + member).expectProblem(409, "NO_CARD_FOR_SERVICE");
        release().expect(204);
        use("again" + member).expect(200);
        String other = Long.toString(Ids.next());
        refundAs(other, sale, "MERCHANT", 80_000, 48_000).expect(200);
        deliveries.deliverTwice(sale.refund(1, 1, 80_000).id(other).full().event());
        assertThat(assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member))
                .isZero();
    }

    @Test
    void theSinglePriceOfAUseCountsWhenTheConsumerIsTheCause() {
        SkuId product = SkuId.of(88_001);
        Api hq = api.as(TestCallers.headquarters());
        hq.put("/hq/v1/prepaid-products/SKU:" + product, Map.of("unitListMinor", 15_000))
                .expect(200);
        CardTerms ten = new CardTerms("PUNCH", 10, null, List.of(YOGA), List.of());
        Sale sale = assets.saleTo(member).card(1, ten, 100_000);
        deliveries.deliver(sale.paid());
        hq.put("/hq/v1/prepaid-products/SKU:" + product, Map.of()).expect(200);
        use("a" + member).expect(200);
        use("b" + member).expect(200);
        assertThat(quote(sale, "CONSUMER", 100_000).json().path("refundMinor").asLong())
                .isEqualTo(70_000);
        assertThat(quote(sale, "MERCHANT", 100_000).json().path("refundMinor").asLong())
                .isEqualTo(80_000);
    }

    @Test
    void aPeriodCardGivesBackItsDaysAndNotThoseItStoodFrozen() {
        MemberKey joined = assets.joined();
        Sale sale = assets.saleTo(joined).card(1, new CardTerms("PERIOD", 0, 100, List.of(), List.of()), 100_000);
        deliveries.deliver(sale.paid());
        clock.advance(Duration.ofDays(9));
        String card = api.as(TestCallers.member(joined))
                .get("/app/v1/me/cards")
                .json()
                .get(0)
                .path("cardId")
                .asString();
        Api hq = api.as(TestCallers.headquarters());
        hq.post("/hq/v1/members/" + joined + "/cards/" + card + "/freeze", Map.of())
                .expect(200);
        clock.advance(Duration.ofDays(30));
        assertThat(quote(sale, "MERCHANT", 100_000).json().path("refundMinor").asLong())
                .isEqualTo(90_000);
        hq.post("/hq/v1/members/" + joined + "/cards/" + card + "/resume", Map.of())
                .expect(200);
        assertThat(quote(sale, "CONSUMER", 100_000).json().path("refundMinor").asLong())
                .isEqualTo(90_000);
    }

    @Test
    void aGiftCardGivesBackWhatIsOnIt() {
        CardTerms gift = new CardTerms("GIFT", 0, null, List.of(), List.<StoreId>of(), 10_000L);
        Sale sale = assets.saleTo(member).card(1, gift, 9_000);
        deliveries.deliver(sale.paid());
        String id = api.as(TestCallers.member(member))
                .get("/app/v1/me/gift-cards")
                .json()
                .get(0)
                .path("giftCardId")
                .asString();
        api.as(TestCallers.member(member))
                .post("/app/v1/me/gift-cards/" + id + "/move-to-stored-value", Map.of("amountMinor", 5_000))
                .expect(200);
        assertThat(quote(sale, "CONSUMER", 9_000).json().path("refundMinor").asLong())
                .isEqualTo(4_000);
        refund(sale, "MERCHANT", 9_000, 4_500).expect(200);
        deliveries.deliverTwice(sale.refund(1, 1, 9_000).id(refundId).full().event());
        assertThat(assets.number("SELECT SUM(balance_minor) FROM gift_card WHERE buyer_key = ?", member))
                .isZero();
    }

    @Test
    void betterTermsThatWereAgreedWinAndLaterOnesToo() {
        Api hq = api.as(TestCallers.headquarters());
        hq.put(
                        "/hq/v1/refund-policies/GENEROUS",
                        Map.of(
                                "coolingOffDays",
                                30,
                                "consumerTerms",
                                "PROPORTIONAL",
                                "listPermille",
                                1000,
                                "textVersion",
                                "2026-11"))
                .expect(200);
        hq.put(
                        "/hq/v1/refund-policies/MEAN",
                        Map.of(
                                "coolingOffDays",
                                6,
                                "consumerTerms",
                                "PROPORTIONAL",
                                "listPermille",
                                1000,
                                "textVersion",
                                "x"))
                .expect(400);
        hq.put("/hq/v1/prepaid-products/SKU:88001", Map.of("policy", "NOBODY"))
                .expectProblem(404, "REFUND_POLICY_UNKNOWN");
        Sale sale = recharged();
        spend(5_500);
        hq.put("/hq/v1/prepaid-products/PACKAGE:null", Map.of("policy", "GENEROUS"))
                .expect(400);
        assertThat(quote(sale, "CONSUMER", 10_000).json().path("refundMinor").asLong())
                .isEqualTo(4_500);
    }

    @Test
    void theMemberReadsHisContractAndNobodyElse() {
        Sale sale = recharged();
        Api me = api.as(TestCallers.member(member));
        JsonNode contract =
                me.get("/app/v1/me/prepaid-contracts").expect(200).json().get(0);
        assertThat(contract.path("terms").path("bonusMinor").asLong()).isEqualTo(1_000);
        assertThat(contract.path("terms").path("textVersion").asString()).isNotBlank();
        String path = "/app/v1/me/prepaid-contracts/" + sale.orderId() + "/1";
        me.get(path).expect(200);
        me.get(path + "/refund-quote?cause=MERCHANT").expect(200);
        Api stranger = api.as(TestCallers.member(Sale.someone()));
        assertThat(stranger.get(path).expect(404).json().path("code").asString())
                .isEqualTo(stranger.get("/app/v1/me/prepaid-contracts/1/1")
                        .expect(404)
                        .json()
                        .path("code")
                        .asString());
        stranger.get(path + "/refund-quote").expectProblem(404, "PREPAID_CONTRACT_UNKNOWN");
    }

    private Sale recharged() {
        Sale sale = assets.saleTo(member).recharge(10_000, 1_000);
        deliveries.deliver(sale.paid());
        return sale;
    }

    private void spend(long amountMinor) {
        deliveries.deliver(assets.saleTo(member)
                .goods(amountMinor)
                .storedValue(amountMinor)
                .paid());
    }

    private Api.Answer quote(Sale sale, String cause, long paidMinor) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/asset-refunds/quote",
                        Map.of(
                                "orderId",
                                sale.orderId().text(),
                                "lineId",
                                "1",
                                "cause",
                                cause,
                                "paidMinor",
                                paidMinor));
    }

    private Api.Answer refund(Sale sale, String cause, long paidMinor, long expected) {
        return refundAs(refundId, sale, cause, paidMinor, expected);
    }

    private Api.Answer refundAs(String id, Sale sale, String cause, long paidMinor, long expected) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/asset-refunds",
                        Map.of(
                                "refundId",
                                id,
                                "orderId",
                                sale.orderId().text(),
                                "lineId",
                                "1",
                                "cause",
                                cause,
                                "paidMinor",
                                paidMinor,
                                "expectedRefundMinor",
                                expected));
    }

    private Api.Answer release() {
        return assets.asOrderService().delete("/internal/v1/asset-refunds/" + refundId);
    }

    private Api.Answer use(String useId) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/cards/use",
                        Map.of(
                                "useId",
                                useId,
                                "memberKey",
                                member.text(),
                                "serviceSkuId",
                                YOGA.text(),
                                "storeId",
                                Sale.STORE.text()));
    }

    private long balance(String column) {
        return assets.number("SELECT " + column + " FROM wallet_account WHERE member_key = ?", member);
    }
}
