package io.mendian.member.transfer;

import io.mendian.kernel.MemberKey;
import io.mendian.member.assetrules.AssetRulesQueries;
import io.mendian.member.card.CardOwners;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.runtime.persistence.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What all transfers have in common: set aside, hand over, give back. Wallets are locked in the order of the members. */
@Component
class TransferMoves {

    private static final Duration OPEN = Duration.ofHours(24);

    private final Transfers transfers;
    private final WalletLedger wallet;
    private final CardOwners cards;
    private final AssetRulesQueries rules;
    private final Clock clock;

    TransferMoves(Transfers transfers, WalletLedger wallet, CardOwners cards, AssetRulesQueries rules, Clock clock) {
        this.transfers = transfers;
        this.wallet = wallet;
        this.cards = cards;
        this.rules = rules;
        this.clock = clock;
    }

    void lock(MemberKey... members) {
        Stream.of(members).map(MemberKey::value).sorted().forEach(key -> {
            StoredValue ignored = wallet.lockFree(MemberKey.of(key));
        });
    }

    TransferRow setAside(MemberKey from, TransferWish wish) {
        Instant now = clock.instant();
        lock(from);
        StoredValue part = wish.cardId() == null ? wallet.hold(from, wish.amountMinor()) : StoredValue.NONE;
        StoredValue fee = wallet.hold(from, rules.current().transferFeeMinor());
        TransferRow transfer = new TransferRow(
                Ids.next(), from.value(), null, part, fee, wish.cardId(), TransferStatus.OFFERED, now, now.plus(OPEN));
        if (wish.cardId() != null) {
            cards.lock(from, wish.cardId(), transfer.lockName());
        }
        transfers.add(transfer);
        return transfer;
    }

    void handOver(TransferRow transfer, MemberKey to) {
        transfers.end(transfer, TransferStatus.DONE, to, clock.instant());
        String cause = Long.toString(transfer.id());
        wallet.spendHeld(transfer.from(), transfer.part(), "TRANSFER_OUT", cause);
        wallet.spendHeld(transfer.from(), transfer.fee(), "TRANSFER_FEE", cause);
        wallet.post(to, transfer.part(), "TRANSFER_IN", cause);
        if (transfer.cardId() != null) {
            cards.move(transfer.cardId(), transfer.from(), to, transfer.lockName());
        }
    }

    void giveBack(TransferRow transfer, TransferStatus as) {
        transfers.end(transfer, as, null, clock.instant());
        wallet.free(transfer.from(), transfer.part());
        wallet.free(transfer.from(), transfer.fee());
        if (transfer.cardId() != null) {
            cards.unlock(transfer.cardId(), transfer.lockName());
        }
    }
}
