package io.mendian.marketing.promotion;

import io.mendian.marketing.pricing.Offer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads of promotions. */
@Component
public class PromotionQueries {

    private final PromotionMapper mapper;
    private final Promotions promotions;

    PromotionQueries(PromotionMapper mapper, Promotions promotions) {
        this.mapper = mapper;
        this.promotions = promotions;
    }

    /** The promotions that run at an instant, for this customer and channel. */
    public List<Offer> running(
            Instant at, boolean member, @Nullable String level, @Nullable String channel, @Nullable String payWith) {
        List<Offer> offers = new ArrayList<>();
        for (PromotionRow row : mapper.running(at)) {
            PromotionTerms terms = promotions.terms(row);
            if (terms.hours().contains(at) && terms.audience().includes(member, level, channel, payWith)) {
                offers.add(promotions.offer(row, terms));
            }
        }
        return offers;
    }

    public PromotionView promotion(long id) {
        return promotions.view(promotions.require(id));
    }

    public List<PromotionView> page(long after, int limit) {
        return mapper.page(after, limit).stream().map(promotions::view).toList();
    }
}
