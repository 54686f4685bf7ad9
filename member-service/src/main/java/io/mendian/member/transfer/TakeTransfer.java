package io.mendian.member.transfer;

import io.mendian.kernel.MemberKey;
import io.mendian.member.throttle.Throttle;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import org.springframework.transaction.annotation.Transactional;

/** Whoever has the code takes what was offered; both have confirmed it then. Of two who take at once, one gets it. */
@UseCase
public class TakeTransfer {

    private static final long MOST_WRONG = 10;

    private final Transfers transfers;
    private final TransferMoves moves;
    private final Throttle throttle;
    private final Clock clock;

    TakeTransfer(Transfers transfers, TransferMoves moves, Throttle throttle, Clock clock) {
        this.transfers = transfers;
        this.moves = moves;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Transactional
    public TransferView take(MemberKey to, String typed) {
        String code = typed.replaceAll("[\\s-]", "");
        // counted and committed before the code is compared, whatever becomes of this transaction
        Throttle.Limit limit = new Throttle.Limit("transfer-code:" + to, MOST_WRONG, Duration.ofHours(1));
        Duration wait = throttle.take(limit);
        if (!wait.isZero()) {
            throw TransferProblem.TRANSFER_CODE_TRIES.with("seconds", wait.toSeconds() + 1);
        }
        TransferRow seen = transfers.findByCode(code).orElseThrow(TransferProblem.TRANSFER_UNKNOWN::with);
        throttle.giveBack(limit);
        if (seen.from().equals(to)) {
            throw TransferProblem.TRANSFER_TO_ONESELF.with();
        }
        moves.lock(seen.from(), to);
        TransferRow transfer = transfers.lock(seen.id()).orElseThrow();
        if (transfer.status() != TransferStatus.OFFERED
                || !transfer.expiresAt().isAfter(clock.instant())
                || !transfers.hasCode(transfer.id(), code)) {
            throw TransferProblem.TRANSFER_UNKNOWN.with();
        }
        moves.handOver(transfer, to);
        return transfers.find(transfer.id()).orElseThrow().seenBy(to);
    }
}
