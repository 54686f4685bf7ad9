package io.mendian.order.exchange;

import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuQueries;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads of exchange offers. */
@Component
public class ExchangeQueries {

    private final ExchangeOffers offers;
    private final SkuQueries skus;
    private final Clock clock;

    ExchangeQueries(ExchangeOffers offers, SkuQueries skus, Clock clock) {
        this.offers = offers;
        this.skus = skus;
        this.clock = clock;
    }

    /** An offer with its product, and whether it runs now. */
    public record Shown(ExchangeOffer offer, String name, long listPriceMinor, boolean running) {}

    /** These offers, all of which run now. */
    public Map<Long, ExchangeOffer> requireRunning(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, ExchangeOffer> found = new HashMap<>();
        offers.find(List.copyOf(ids)).stream()
                .filter(offer -> offer.runsAt(clock.instant()))
                .forEach(offer -> found.put(offer.id(), offer));
        if (!found.keySet().containsAll(ids)) {
            throw ExchangeProblem.EXCHANGE_OFFER_OVER.with();
        }
        return found;
    }

    public Shown require(long id) {
        return shown(List.of(offers.find(id).orElseThrow(CommonProblem.NOT_FOUND::with)))
                .getFirst();
    }

    /** Newest first, at most {@code limit} (1 to 200). */
    public List<Shown> page(boolean runningOnly, @Nullable Long before, int limit) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("limit must be 1 to 200");
        }
        return shown(offers.page(runningOnly ? clock.instant() : null, before, limit));
    }

    private List<Shown> shown(List<ExchangeOffer> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<io.mendian.kernel.SkuId, Sku> products =
                skus.require(found.stream().map(ExchangeOffer::skuId).distinct().toList());
        return found.stream()
                .map(offer -> {
                    Sku sku = java.util.Objects.requireNonNull(products.get(offer.skuId()));
                    return new Shown(offer, sku.name(), sku.listPriceMinor(), offer.runsAt(clock.instant()));
                })
                .toList();
    }
}
