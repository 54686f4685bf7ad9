package io.mendian.member.audit;

import io.mendian.runtime.alarm.Audit;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What headquarters does over the platform's own routes of this service is audited like the rest. */
@Component
class PlatformAudit implements Audit {

    private final AuditTrail trail;

    PlatformAudit(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void add(Caller caller, String action, String subject, Map<String, String> facts) {
        ServletRequestAttributes request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        trail.add(AuditEntry.of(caller, Origin.of(request.getRequest()), action, subject, facts));
    }
}
