package io.mendian.member.adjustment;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approves or rejects an adjustment of stored value, once, by another person than the one who asked and within what that
 * person may approve; approved it moves principal and bonus.
 */
@UseCase
public class DecideWalletAdjustment {

    private final WalletAdjustments adjustments;
    private final WalletLedger wallet;
    private final AdjustmentLimits limits;
    private final Clock clock;
    private final AuditTrail audit;

    DecideWalletAdjustment(
            WalletAdjustments adjustments,
            WalletLedger wallet,
            AdjustmentLimits limits,
            Clock clock,
            AuditTrail audit) {
        this.adjustments = adjustments;
        this.wallet = wallet;
        this.limits = limits;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public WalletAdjustmentView decide(
            long id, boolean approve, @Nullable String reason, Caller caller, Origin origin) {
        WalletAdjustmentView asked = adjustments.find(id).orElseThrow();
        MemberKey member = MemberKey.parse(asked.memberKey());
        // all adjustments of a member wait here, so that the limit counts those that are being approved
        StoredValue free = wallet.lockFree(member);
        Instant now = clock.instant();
        long before = adjustments.movedSince(member.value(), now.minus(AdjustmentLimits.WINDOW));
        String status = approve ? "APPLIED" : "REJECTED";
        if (!adjustments.decide(id, status, caller.subject(), reason, now)) {
            throw refusal(id, caller);
        }
        if (approve) {
            limits.check(caller, before, asked.sizeMinor());
            StoredValue delta = new StoredValue(asked.principalMinor(), asked.bonusMinor());
            if (!wallet.adjust(member, delta, Long.toString(id))) {
                throw AdjustmentProblem.ADJUSTMENT_TAKES_TOO_MUCH.with(
                        "principalMinor", free.principalMinor(), "bonusMinor", free.bonusMinor());
            }
        }
        Map<String, String> facts = Map.of(
                "principalMinor", Long.toString(asked.principalMinor()),
                "bonusMinor", Long.toString(asked.bonusMinor()),
                "status", status);
        audit.add(AuditEntry.of(caller, origin, "WALLET_ADJUSTMENT_DECIDED", "wallet-adjustment:" + id, facts));
        return adjustments.find(id).orElseThrow();
    }

    private ProblemException refusal(long id, Caller caller) {
        WalletAdjustmentView now = adjustments.lock(id).orElseThrow();
        return now.status().equals("OPEN") && now.requestedBy().equals(caller.subject())
                ? AdjustmentProblem.SECOND_PERSON_NEEDED.with()
                : AdjustmentProblem.ADJUSTMENT_DECIDED.with("status", now.status());
    }
}
