package io.mendian.member.points;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.PhoneKnown;
import io.mendian.runtime.event.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** Points for joining: once per member, when his phone is known, for a phone is one person. */
@Component
class RegistrationPoints implements PhoneKnown {

    private final PointsSessions sessions;
    private final PointsRules rules;
    private final Outbox outbox;

    RegistrationPoints(PointsSessions sessions, PointsRules rules, Outbox outbox) {
        this.sessions = sessions;
        this.rules = rules;
        this.outbox = outbox;
    }

    @Override
    public void phoneKnown(MemberKey member) {
        PointsRule rule = rules.current();
        if (rule.registrationPoints() > 0) {
            PointsSession session = sessions.open(List.of(member.value()));
            session.award(member, rule.registrationPoints(), "REGISTRATION", member.text(), rule);
            outbox.addAll(session.save());
        }
    }
}
