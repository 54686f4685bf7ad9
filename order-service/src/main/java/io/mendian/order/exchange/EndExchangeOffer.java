package io.mendian.order.exchange;

import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Ends an exchange offer now; orders that were placed keep what they were promised. */
@UseCase
public class EndExchangeOffer {

    private final ExchangeOffers offers;
    private final Clock clock;

    EndExchangeOffer(ExchangeOffers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Transactional
    public void end(long id) {
        ExchangeOffer offer = offers.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        offers.end(offer.id(), clock.instant());
    }
}
