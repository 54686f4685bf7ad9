package io.mendian.member.redeem;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Makes an offer of the catalogue or changes it. Redemptions under way keep what they began with. */
@UseCase
public class SaveOffer {

    private final Redemptions redemptions;
    private final Clock clock;
    private final AuditTrail audit;

    SaveOffer(Redemptions redemptions, Clock clock, AuditTrail audit) {
        this.redemptions = redemptions;
        this.clock = clock;
        this.audit = audit;
    }

    /** A new offer when {@code offerId} is null. */
    @Transactional
    public Offer save(@Nullable Long offerId, OfferTerms terms, Caller caller, Origin origin) {
        if (!terms.from().isBefore(terms.until())) {
            throw RedeemProblem.OFFER_PERIOD_INVALID.with();
        }
        long id = offerId == null ? Ids.next() : offerId;
        if (offerId == null) {
            redemptions.add(id, terms, clock.instant());
        } else {
            Offer known = redemptions.offer(id).orElseThrow(CommonProblem.NOT_FOUND::with);
            if (!redemptions.change(id, terms)) {
                throw RedeemProblem.OFFER_STOCK_BELOW_TAKEN.with("taken", known.taken());
            }
        }
        Map<String, String> facts = Map.of("offer", terms.toString());
        audit.add(AuditEntry.of(caller, origin, "REDEEM_OFFER_SAVED", "redeem-offer:" + id, facts));
        return redemptions.offer(id).orElseThrow();
    }
}
