package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Loss report of a card: it pays for nothing from this instant, until it is issued anew. */
@UseCase
public class ReportCardLoss {

    static final String LOST = "LOST";

    private final CardOwners owners;
    private final CardQueries queries;
    private final AuditTrail audit;

    ReportCardLoss(CardOwners owners, CardQueries queries, AuditTrail audit) {
        this.owners = owners;
        this.queries = queries;
        this.audit = audit;
    }

    @Transactional
    public CardView report(MemberKey owner, long cardId, String reason, Caller caller, Origin origin) {
        owners.lock(owner, cardId, LOST);
        audit.add(AuditEntry.of(caller, origin, "CARD_LOST", "card:" + cardId, Map.of("reason", reason)));
        return queries.card(cardId);
    }
}
