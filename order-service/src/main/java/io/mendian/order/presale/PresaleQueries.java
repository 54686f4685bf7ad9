package io.mendian.order.presale;

import io.mendian.kernel.Money;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.PresaleBasket;
import io.mendian.order.ordering.PresaleTerms;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads of pre-sale offers. */
@Component
public class PresaleQueries {

    private final PresaleOffers offers;
    private final Clock clock;
    private final Currency currency;

    PresaleQueries(PresaleOffers offers, Clock clock, @Value("${mendian.currency}") String currency) {
        this.currency = Currency.getInstance(currency);
        this.offers = offers;
        this.clock = clock;
    }

    /** Newest first, at most {@code limit} (1 to 200). */
    public List<PresaleOffer> page(boolean openOnly, @Nullable Long before, int limit) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("limit must be 1 to 200");
        }
        return offers.page(openOnly ? clock.instant() : null, before, limit);
    }

    /** What so many pieces of an offer cost now, while it takes deposits. */
    public PresaleBasket basket(long id, StoreId store, long pieces) {
        PresaleOffer offer = offers.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        if (!clock.instant().isBefore(offer.depositUntil())) {
            throw PresaleProblem.PRESALE_OVER.with();
        }
        PresaleTerms terms = new PresaleTerms(
                offer.offerId(),
                pieces,
                Math.multiplyExact(offer.depositMinor(), pieces),
                offer.balanceFrom(),
                offer.balanceUntil(),
                offer.missed() == PresaleOffer.Missed.KEEP);
        String text = "每件定金 " + Money.of(offer.depositMinor(), currency).zh() + "抵 "
                + Money.of(offer.worthMinor(), currency).zh();
        return new PresaleBasket(store, offer.skuId(), offer.priceMinor(), offer.netMinor(), text, terms);
    }
}
