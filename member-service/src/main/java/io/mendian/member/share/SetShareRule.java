package io.mendian.member.share;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Sets what bringing newcomers brings from now on; another campaign ends the links of the one before. */
@UseCase
public class SetShareRule {

    private final Shares shares;
    private final Clock clock;
    private final AuditTrail audit;

    SetShareRule(Shares shares, Clock clock, AuditTrail audit) {
        this.shares = shares;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public ShareRule set(ShareRule wanted, Caller caller, Origin origin) {
        ShareRule current = shares.rule();
        if (wanted.asVersion(current.version()).equals(current)) {
            return current;
        }
        ShareRule next = wanted.asVersion(current.version() + 1);
        shares.add(next, caller.subject(), clock.instant());
        Map<String, String> facts = Map.of("rule", next.toString());
        audit.add(AuditEntry.of(caller, origin, "SHARE_RULE_SET", "share-rule:" + next.version(), facts));
        return next;
    }
}
