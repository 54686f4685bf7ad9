package io.mendian.member.transfer;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Gives back what nobody took in time, one a run; each once. */
@UseCase
public class ExpireTransfers {

    private final Transfers transfers;
    private final TransferMoves moves;
    private final Clock clock;

    ExpireTransfers(Transfers transfers, TransferMoves moves, Clock clock) {
        this.transfers = transfers;
        this.moves = moves;
        this.clock = clock;
    }

    /** False when none was due. */
    @Transactional
    public boolean expireOne() {
        Long id = transfers.expired(clock.instant(), 1).stream().findFirst().orElse(null);
        if (id == null) {
            return false;
        }
        moves.lock(transfers.find(id).orElseThrow().from());
        TransferRow transfer = transfers.lock(id).orElseThrow();
        if (transfer.status() == TransferStatus.OFFERED) {
            moves.giveBack(transfer, TransferStatus.EXPIRED);
        }
        return true;
    }
}
