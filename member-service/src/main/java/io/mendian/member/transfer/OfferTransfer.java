package io.mendian.member.transfer;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Sets stored value or a card aside for somebody else, for 24 hours; the fee is set aside with it. */
@UseCase
public class OfferTransfer {

    private final TransferMoves moves;

    OfferTransfer(TransferMoves moves) {
        this.moves = moves;
    }

    @Transactional
    public TransferView offer(MemberKey from, TransferWish wish) {
        return moves.setAside(from, wish).seenBy(from);
    }
}
