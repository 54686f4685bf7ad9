package io.mendian.member.prepaid;

import io.mendian.member.card.CardRefunds;
import io.mendian.member.card.CardRefunds.Cause;
import io.mendian.member.giftcard.GiftCardRefunds;
import io.mendian.member.wallet.EndRecharge;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What confirm and release have in common: what was set aside goes, or is free again, once. */
@Component
class EndAssetRefunds {

    private final PrepaidContracts contracts;
    private final AssetRefunds refunds;
    private final EndRecharge endRecharge;
    private final CardRefunds cards;
    private final GiftCardRefunds giftCards;
    private final Clock clock;

    EndAssetRefunds(
            PrepaidContracts contracts,
            AssetRefunds refunds,
            EndRecharge endRecharge,
            CardRefunds cards,
            GiftCardRefunds giftCards,
            Clock clock) {
        this.contracts = contracts;
        this.refunds = refunds;
        this.endRecharge = endRecharge;
        this.cards = cards;
        this.giftCards = giftCards;
        this.clock = clock;
    }

    void confirm(AssetRefundRow row) {
        if (!refunds.end(row, AssetRefundStatus.CONFIRMED, clock.instant())) {
            throw new IllegalStateException("refund " + row.refundId() + " was ended by somebody else");
        }
        PrepaidContract contract = contracts.lock(row.orderId(), row.lineId()).orElseThrow();
        switch (contract.terms().what()) {
            case "RECHARGE" -> {
                endRecharge.end(
                        row.member(), row.orderId(), row.lineId(), row.left(), row.refundMinor(), row.refundId());
                closeCards(Cause.RECHARGE_GIFT, contract, row);
            }
            case "GIFT" ->
                giftCards.lockOfLine(contract.cause()).stream()
                        .filter(GiftCardRefunds.Sold::locked)
                        .forEach(card -> giftCards.close(card.id(), row.refundId()));
            default -> closeCards(Cause.ORDER_LINE, contract, row);
        }
        contracts.end(contract, row.refundId(), clock.instant());
    }

    private void closeCards(Cause why, PrepaidContract contract, AssetRefundRow row) {
        cards.lockOfLine(why, contract.cause()).stream()
                .filter(CardRefunds.Sold::locked)
                .forEach(card -> cards.close(card.id(), row.lockName()));
    }

    private void unlockCards(Cause why, PrepaidContract contract, AssetRefundRow row) {
        cards.lockOfLine(why, contract.cause()).stream()
                .filter(CardRefunds.Sold::locked)
                .forEach(card -> cards.unlock(card.id(), row.lockName()));
    }

    /** Nothing when it had ended before. */
    void release(AssetRefundRow row) {
        if (!refunds.end(row, AssetRefundStatus.RELEASED, clock.instant())) {
            return;
        }
        PrepaidContract contract = contracts.lock(row.orderId(), row.lineId()).orElseThrow();
        switch (contract.terms().what()) {
            case "RECHARGE" -> {
                endRecharge.free(row.member(), row.orderId(), row.lineId(), row.left());
                unlockCards(Cause.RECHARGE_GIFT, contract, row);
            }
            case "GIFT" ->
                giftCards.lockOfLine(contract.cause()).stream()
                        .filter(GiftCardRefunds.Sold::locked)
                        .forEach(card -> giftCards.unlock(card.id()));
            default -> unlockCards(Cause.ORDER_LINE, contract, row);
        }
        contracts.unlock(contract, row.refundId());
    }
}
