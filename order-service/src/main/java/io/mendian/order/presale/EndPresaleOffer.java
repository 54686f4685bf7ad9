package io.mendian.order.presale;

import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Takes no more deposits for an offer; orders already placed keep their terms. */
@UseCase
public class EndPresaleOffer {

    private final PresaleOffers offers;
    private final Clock clock;

    EndPresaleOffer(PresaleOffers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Transactional
    public PresaleOffer end(long id) {
        offers.end(offers.find(id).orElseThrow(CommonProblem.NOT_FOUND::with).id(), clock.instant());
        return offers.find(id).orElseThrow();
    }
}
