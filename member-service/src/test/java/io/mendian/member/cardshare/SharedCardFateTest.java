package io.mendian.member.cardshare;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What loss, transfer, refund and a checkout mean for a card that is shared. */
class SharedCardFateTest extends CardShareCase {

    @Test
    void aLostCardPaysForNobodyAndTheNewOneIsSharedAsTheOldOneWas() {
        shared();
        use(relative).expect(200);
        as(owner)
                .post("/app/v1/me/cards/" + card + "/report-loss", Map.of("reason", "丢了"))
                .expect(200);
        use(relative).expectProblem(409, "NO_CARD_FOR_SERVICE");
        invite("13800138000").expectProblem(409, "CARD_IN_USE");
        String renewed = api.as(TestCallers.headquarters())
                .post("/hq/v1/members/" + owner + "/cards/" + card + "/reissue", "")
                .expect(200)
                .json()
                .path("cardId")
                .asString();
        assertThat(use(relative).expect(200).json().path("cardId").asString()).isEqualTo(renewed);
        assertThat(left()).isEqualTo(3);
    }

    @Test
    void aCardThatPassesToSomebodyElseIsSharedWithNobody() {
        String share = shared();
        MemberKey other = assets.joined();
        api.as(TestCallers.headquarters())
                .post(
                        "/hq/v1/members/" + owner + "/transfers",
                        Map.of("toMemberKey", other.text(), "cardId", card, "reason", "转让"))
                .expect(201);
        use(relative).expectProblem(409, "NO_CARD_FOR_SERVICE");
        use(owner).expectProblem(409, "NO_CARD_FOR_SERVICE");
        use(other).expect(200);
        accept(relative, share).expectProblem(409, "CARD_SHARE_OVER");
        withdraw(share).expect(204);
        assertThat(as(other).get(shares()).expect(200).json()).isEmpty();
    }

    @Test
    void whileACardIsOnOfferItPaysForNobodyAndAfterwardsForAllAgain() {
        shared();
        String offer = as(owner)
                .post("/app/v1/me/transfers", Map.of("cardId", card))
                .expect(201)
                .json()
                .path("transferId")
                .asString();
        use(relative).expectProblem(409, "NO_CARD_FOR_SERVICE");
        as(owner).post("/app/v1/me/transfers/" + offer + "/cancel", "").expect(204);
        use(relative).expect(200);
    }

    @Test
    void aRefundedCardIsSharedWithNobody() {
        String share = shared();
        use(relative).expect(200);
        deliveries.deliverTwice(bought.refund(1, 1, 24_000).full().event());
        use(relative).expectProblem(409, "NO_CARD_FOR_SERVICE");
        assertThat(as(relative).get("/app/v1/me/shared-cards").expect(200).json())
                .isEmpty();
        assertThat(left()).isZero();
        accept(relative, share).expectProblem(409, "CARD_SHARE_OVER");
        assertThat(as(owner).get(shares()).expect(200).json().findValuesAsString("status"))
                .containsExactly("ENDED");
    }

    @Test
    void aCheckoutOfTheFamilyTakesOfTheSharedCardAndGivesBackToIt() {
        String share = shared();
        Sale sale = assets.saleTo(relative).cardUse(YOGA, 2, 0);
        hold(sale).expect(200);
        hold(sale).expect(200);
        // what a checkout has set aside before the end of the share may still be taken by it
        withdraw(share).expect(204);
        hold(assets.saleTo(relative).cardUse(YOGA, 2, 0)).expectProblem(409, "NO_CARD_FOR_SERVICE");
        deliveries.deliverTwice(sale.paid());
        Assets.race(4, i -> () -> deliveries.deliver(sale.paid()));
        assertThat(left()).isEqualTo(3);
        assertThat(usesOf(relative)).isEqualTo(2);
        deliveries.deliverTwice(sale.refund(1, 2, 0).full().event());
        assertThat(left()).isEqualTo(5);
    }

    @Test
    void twoCheckoutsOfTheFamilyNeverHoldMoreThanTheCardHas() {
        shared();
        List<Race.Outcome<Integer>> holds = Race.run(
                6,
                i -> () -> hold(assets.saleTo(i % 2 == 0 ? relative : owner).cardUse(YOGA, 2, 0), i)
                        .status());
        assertThat(holds.stream().filter(one -> one.value() == 200)).hasSize(2);
        assertThat(holds.stream().filter(one -> one.value() == 409)).hasSize(4);
        assertThat(assets.number("SELECT SUM(uses_held) FROM card WHERE member_key = ?", owner))
                .isEqualTo(4);
    }

    private Api.Answer hold(Sale sale, int i) {
        return hold(sale, i % 2 == 0 ? relative : owner);
    }

    private Api.Answer hold(Sale sale) {
        return hold(sale, relative);
    }

    private Api.Answer hold(Sale sale, MemberKey member) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/holds",
                        Map.of(
                                "holdId",
                                sale.orderId().text(),
                                "memberKey",
                                member.text(),
                                "points",
                                0,
                                "storedValueMinor",
                                0,
                                "expiresAt",
                                clock.instant().plusSeconds(900),
                                "cardUses",
                                List.of(Map.of(
                                        "lineId",
                                        "1",
                                        "serviceSkuId",
                                        YOGA.text(),
                                        "storeId",
                                        Sale.STORE.text(),
                                        "uses",
                                        2))));
    }
}
