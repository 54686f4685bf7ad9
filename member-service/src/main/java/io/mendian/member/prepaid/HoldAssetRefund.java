package io.mendian.member.prepaid;

import io.mendian.kernel.MemberKey;
import io.mendian.member.card.CardRefunds;
import io.mendian.member.giftcard.GiftCardRefunds;
import io.mendian.member.wallet.EndRecharge;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sets aside what a refund takes back, so that nobody spends it while the money is on its way. Refund id and line are the
 * id: the same content is the same refund; another refund of the line is refused while this one runs, and for good when it
 * was paid out.
 */
@UseCase
public class HoldAssetRefund {

    private final PrepaidContracts contracts;
    private final AssetRefunds refunds;
    private final AssetRefundQuotes quotes;
    private final WalletLedger wallet;
    private final EndRecharge endRecharge;
    private final CardRefunds cards;
    private final GiftCardRefunds giftCards;
    private final JsonMapper json;
    private final Clock clock;

    HoldAssetRefund(
            PrepaidContracts contracts,
            AssetRefunds refunds,
            AssetRefundQuotes quotes,
            WalletLedger wallet,
            EndRecharge endRecharge,
            CardRefunds cards,
            GiftCardRefunds giftCards,
            JsonMapper json,
            Clock clock) {
        this.contracts = contracts;
        this.refunds = refunds;
        this.quotes = quotes;
        this.wallet = wallet;
        this.endRecharge = endRecharge;
        this.cards = cards;
        this.giftCards = giftCards;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public AssetRefundView hold(HoldAssetRefundCommand command) {
        // nothing is read before it is locked: what was consumed must be what is true now
        PrepaidContract contract = contracts
                .lock(command.orderId(), command.lineId())
                .orElseThrow(PrepaidProblem.PREPAID_CONTRACT_UNKNOWN::with);
        wallet.lockFree(MemberKey.of(contract.member()));
        Optional<AssetRefundRow> known = refunds.lock(command.refundId(), command.lineId());
        if (known.isPresent()) {
            return again(known.get(), command);
        }
        if (contract.refundedAt() != null) {
            throw PrepaidProblem.ASSET_REFUNDED.with();
        }
        if (contract.refundingId() != null) {
            throw PrepaidProblem.ASSET_REFUND_RUNNING.with("refundId", contract.refundingId());
        }
        return begin(contract, command);
    }

    private AssetRefundView begin(PrepaidContract contract, HoldAssetRefundCommand command) {
        AssetRefundQuotes.Reckoned reckoned = quotes.reckon(contract, command.cause(), command.paidMinor(), true);
        AssetRefundView view = reckoned.view();
        Consumption consumption = reckoned.consumption();
        if (consumption.movedOn()) {
            throw PrepaidProblem.ASSET_TRANSFERRED.with();
        }
        if (consumption.busy()) {
            throw PrepaidProblem.ASSET_IN_USE.with();
        }
        if (view.refundMinor() != command.expectedRefundMinor()) {
            throw PrepaidProblem.ASSET_REFUND_CHANGED.with("refundMinor", view.refundMinor());
        }
        AssetRefundRow row = new AssetRefundRow(
                command.refundId(),
                command.orderId(),
                command.lineId(),
                contract.member(),
                contract.kind(),
                command.cause(),
                view.refundMinor(),
                new StoredValue(
                        view.takesBack().principalMinor(), view.takesBack().bonusMinor()),
                json.writeValueAsString(view),
                AssetRefundStatus.HELD);
        contracts.lockFor(contract, command.refundId());
        refunds.add(row, clock.instant());
        setAside(contract, row, consumption);
        return view;
    }

    private void setAside(PrepaidContract contract, AssetRefundRow row, Consumption consumption) {
        switch (contract.terms().what()) {
            case "GIFT" -> consumption.cards().forEach(id -> giftCards.lock(id, row.lockName()));
            case "RECHARGE" -> {
                endRecharge.setAside(row.member(), row.orderId(), row.lineId(), row.left());
                consumption.cards().forEach(id -> cards.lock(id, row.lockName()));
            }
            default -> consumption.cards().forEach(id -> cards.lock(id, row.lockName()));
        }
    }

    private AssetRefundView again(AssetRefundRow known, HoldAssetRefundCommand command) {
        if (known.orderId() != command.orderId()
                || known.cause() != command.cause()
                || known.refundMinor() != command.expectedRefundMinor()) {
            throw PrepaidProblem.ASSET_REFUND_DIFFERS.with();
        }
        if (known.status() == AssetRefundStatus.RELEASED) {
            throw PrepaidProblem.ASSET_REFUND_ENDED.with(
                    "status", known.status().name());
        }
        return json.readValue(known.answer(), AssetRefundView.class);
    }
}
