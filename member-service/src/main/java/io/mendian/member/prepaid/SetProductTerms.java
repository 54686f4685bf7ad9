package io.mendian.member.prepaid;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Sets the refund terms of a card product (SKU:id) or recharge package (PACKAGE:id) for sales from now on. */
@UseCase
public class SetProductTerms {

    private final RefundPolicies policies;
    private final AuditTrail audit;

    SetProductTerms(RefundPolicies policies, AuditTrail audit) {
        this.policies = policies;
        this.audit = audit;
    }

    @Transactional
    public ProductTerms set(String product, ProductTerms terms, Caller caller, Origin origin) {
        if (terms.policy() != null && policies.find(terms.policy()).isEmpty()) {
            throw PrepaidProblem.REFUND_POLICY_UNKNOWN.with();
        }
        policies.saveProduct(product, terms, caller.subject());
        audit.add(AuditEntry.of(
                caller, origin, "PREPAID_TERMS_SET", "prepaid-product:" + product, Map.of("terms", terms.toString())));
        return terms;
    }
}
