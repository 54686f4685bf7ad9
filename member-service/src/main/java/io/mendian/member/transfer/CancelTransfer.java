package io.mendian.member.transfer;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** The giver takes his offer back; again changes nothing. */
@UseCase
public class CancelTransfer {

    private final Transfers transfers;
    private final TransferMoves moves;

    CancelTransfer(Transfers transfers, TransferMoves moves) {
        this.transfers = transfers;
        this.moves = moves;
    }

    @Transactional
    public void cancel(MemberKey from, long id) {
        moves.lock(from);
        TransferRow transfer = transfers
                .lock(id)
                .filter(known -> known.from().equals(from))
                .orElseThrow(TransferProblem.TRANSFER_UNKNOWN::with);
        switch (transfer.status()) {
            case OFFERED -> moves.giveBack(transfer, TransferStatus.CANCELLED);
            case DONE ->
                throw TransferProblem.TRANSFER_ENDED.with(
                        "status", transfer.status().name());
            case CANCELLED, EXPIRED -> {
                // done before
            }
        }
    }
}
