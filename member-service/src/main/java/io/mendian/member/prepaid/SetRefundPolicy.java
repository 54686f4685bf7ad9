package io.mendian.member.prepaid;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Sets a named refund policy from now on; contracts keep the terms they were concluded under where those are better. */
@UseCase
public class SetRefundPolicy {

    private final RefundPolicies policies;
    private final AuditTrail audit;

    SetRefundPolicy(RefundPolicies policies, AuditTrail audit) {
        this.policies = policies;
        this.audit = audit;
    }

    @Transactional
    public RefundPolicy set(RefundPolicy policy, Caller caller, Origin origin) {
        policies.save(policy, caller.subject());
        audit.add(AuditEntry.of(
                caller,
                origin,
                "REFUND_POLICY_SET",
                "refund-policy:" + policy.name(),
                Map.of("policy", policy.toString())));
        return policy;
    }
}
