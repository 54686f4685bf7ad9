package io.mendian.member.transfer;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Headquarters passes stored value or a card from one member to another, with a reason and a trace. */
@UseCase
public class TransferByHeadquarters {

    private final Transfers transfers;
    private final TransferMoves moves;
    private final AuditTrail audit;

    TransferByHeadquarters(Transfers transfers, TransferMoves moves, AuditTrail audit) {
        this.transfers = transfers;
        this.moves = moves;
        this.audit = audit;
    }

    @Transactional
    public TransferView transfer(
            MemberKey from, MemberKey to, TransferWish wish, String reason, Caller caller, Origin origin) {
        if (from.equals(to)) {
            throw TransferProblem.TRANSFER_TO_ONESELF.with();
        }
        moves.lock(from, to);
        TransferRow transfer = moves.setAside(from, wish);
        moves.handOver(transfer, to);
        Map<String, String> facts = Map.of("from", from.text(), "to", to.text(), "reason", reason);
        audit.add(AuditEntry.of(caller, origin, "ASSET_TRANSFERRED", "transfer:" + transfer.id(), facts));
        return transfers.find(transfer.id()).orElseThrow().seenBy(from);
    }
}
