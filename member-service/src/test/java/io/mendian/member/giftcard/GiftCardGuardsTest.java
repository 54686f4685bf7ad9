package io.mendian.member.giftcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Sale;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a gift card refuses while something else is under way with it. */
class GiftCardGuardsTest extends GiftCardCase {

    @Autowired
    GiftCardLedger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aNamedCardIsSetAsideForItsHolderOnly() {
        String id = bought(100_001);
        for (MemberKey other : new MemberKey[] {friend, null}) {
            assertThatThrownBy(() -> set(id, other))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(GiftCardProblem.GIFT_CARD_NOT_YOURS));
        }
        assertThat(held(id)).isZero();
        set(id, buyer);
        assertThat(held(id)).isEqualTo(700);
        transaction.executeWithoutResult(status -> ledger.free(Long.parseLong(id), 700));
    }

    private void set(String id, MemberKey payer) {
        transaction.executeWithoutResult(status -> ledger.hold(Long.parseLong(id), payer, 700));
    }

    @Test
    void aCardThatACheckoutHasSetAsideIsNotTakenOver() {
        String id = bought(10_000);
        String code = code(buyer, id);
        Sale sale = Sale.toNobody().at(clock.instant()).goods(3_000).giftCard(id, 3_000);
        hold(sale, null, code, 3_000).expect(200);
        claim(friend, code).expectProblem(409, "GIFT_CARD_BLOCKED");
        assets.asOrderService()
                .delete("/internal/v1/holds/" + sale.orderId().text())
                .expect(204);
        claim(friend, code).expect(200);
        assertThat(cards(friend).get(0).path("giftCardId").asString()).isEqualTo(id);
    }

    @Test
    void partsWhoseSharesAreRoundedEndExactlyAtWhatWasPaid() {
        deliveries.deliver(assets.saleTo(buyer).card(1, gift(10_000), 9_000).paid());
        String path = "/app/v1/me/gift-cards/"
                + cards(buyer).get(0).path("giftCardId").asString() + "/move-to-stored-value";
        // 0.9 of 3 335 is 3 001.5: rounded for itself, each part would be half a fen too much
        post(buyer, path, Map.of("amountMinor", 3_335)).expect(200);
        post(buyer, path, Map.of("amountMinor", 3_335)).expect(200);
        post(buyer, path, Map.of()).expect(200);
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", buyer))
                .isEqualTo(9_000);
        assertThat(assets.number("SELECT bonus_minor FROM wallet_account WHERE member_key = ?", buyer))
                .isEqualTo(1_000);
    }

    @Test
    void aCardWhoseRefundIsUnderWayPaysForNothingAndGoesOnWhenItIsGivenUp() {
        Sale bought = assets.saleTo(buyer).card(1, gift(10_000), 10_000);
        deliveries.deliver(bought.paid());
        String id = cards(buyer).get(0).path("giftCardId").asString();
        String code = code(buyer, id);
        String refund = Long.toString(Ids.next());
        refund(refund, bought).expect(200);
        hold(Sale.toNobody(), null, code, 1_000).expectProblem(409, "GIFT_CARD_BLOCKED");
        claim(friend, code).expectProblem(409, "GIFT_CARD_BLOCKED");
        post(buyer, "/app/v1/me/gift-cards/" + id + "/move-to-stored-value", Map.of())
                .expectProblem(409, "GIFT_CARD_BLOCKED");
        post(buyer, "/app/v1/me/gift-cards/" + id + "/code", Map.of()).expectProblem(409, "GIFT_CARD_BLOCKED");
        Sale late = Sale.toNobody().at(clock.instant()).goods(2_000).giftCard(id, 2_000);
        deliveries.deliverTwice(late.paid());
        assertThat(balance(id)).isEqualTo(10_000);
        assertThat(jdbc.queryForObject(
                        "SELECT gift_short_minor FROM asset_shortage WHERE order_id = ?",
                        Long.class,
                        late.orderId().value()))
                .isEqualTo(2_000);
        assets.asOrderService().delete("/internal/v1/asset-refunds/" + refund).expect(204);
        hold(Sale.toNobody(), null, code, 1_000).expect(200);
    }

    @Test
    void aCardThatACheckoutHasSetAsideIsNotRefunded() {
        Sale bought = assets.saleTo(buyer).card(1, gift(10_000), 10_000);
        deliveries.deliver(bought.paid());
        String id = cards(buyer).get(0).path("giftCardId").asString();
        Sale sale = Sale.toNobody().at(clock.instant()).goods(500).giftCard(id, 500);
        hold(sale, null, code(buyer, id), 500).expect(200);
        refund(Long.toString(Ids.next()), bought).expectProblem(409, "ASSET_IN_USE");
        deliveries.deliver(sale.paid());
        assertThat(balance(id)).isEqualTo(9_500);
    }

    private Api.Answer refund(String refundId, Sale bought) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/asset-refunds",
                        Map.of(
                                "refundId",
                                refundId,
                                "orderId",
                                bought.orderId().text(),
                                "lineId",
                                "1",
                                "cause",
                                "MERCHANT",
                                "paidMinor",
                                10_000,
                                "expectedRefundMinor",
                                10_000));
    }
}
