package io.mendian.member.adjustment;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.member.wallet.StoredValue;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Asks for stored value to be given or taken. Nothing moves until somebody else approves. */
@UseCase
public class RequestWalletAdjustment {

    private final WalletAdjustments adjustments;
    private final Clock clock;
    private final AuditTrail audit;

    RequestWalletAdjustment(WalletAdjustments adjustments, Clock clock, AuditTrail audit) {
        this.adjustments = adjustments;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public WalletAdjustmentView request(
            MemberKey member, StoredValue delta, String reason, Caller caller, Origin origin) {
        if (delta.isNothing()) {
            throw AdjustmentProblem.WALLET_ADJUSTMENT_MOVES_NOTHING.with();
        }
        long id = Ids.next();
        adjustments.add(id, member, delta, reason, caller.subject(), clock.instant());
        Map<String, String> facts = Map.of(
                "principalMinor", Long.toString(delta.principalMinor()),
                "bonusMinor", Long.toString(delta.bonusMinor()),
                "reason", reason);
        audit.add(AuditEntry.of(caller, origin, "WALLET_ADJUSTMENT_REQUESTED", "wallet-adjustment:" + id, facts));
        return adjustments.find(id).orElseThrow();
    }
}
