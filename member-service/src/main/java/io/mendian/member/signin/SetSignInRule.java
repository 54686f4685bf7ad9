package io.mendian.member.signin;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Sets what signing in brings from now on. The same rule again changes nothing; streaks go on. */
@UseCase
public class SetSignInRule {

    private final SignIns signIns;
    private final Clock clock;
    private final AuditTrail audit;

    SetSignInRule(SignIns signIns, Clock clock, AuditTrail audit) {
        this.signIns = signIns;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public SignInRule set(SignInRule wanted, Caller caller, Origin origin) {
        if (wanted.giftKind() == SignInRule.Gift.COUPON && wanted.giftTemplateId() == null) {
            throw SignInProblem.SIGN_IN_RULE_INVALID.with("field", "giftTemplateId");
        }
        if (wanted.giftKind() == SignInRule.Gift.VOUCHER && wanted.giftTitle() == null) {
            throw SignInProblem.SIGN_IN_RULE_INVALID.with("field", "giftTitle");
        }
        SignInRule current = signIns.rule();
        if (wanted.asVersion(current.version()).equals(current)) {
            return current;
        }
        SignInRule next = wanted.asVersion(current.version() + 1);
        signIns.add(next, caller.subject(), clock.instant());
        Map<String, String> facts = Map.of("rule", next.toString());
        audit.add(AuditEntry.of(caller, origin, "SIGN_IN_RULE_SET", "sign-in-rule:" + next.version(), facts));
        return next;
    }
}
