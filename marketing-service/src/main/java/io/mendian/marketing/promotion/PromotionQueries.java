package io.mendian.marketing.promotion;

import io.mendian.marketing.pricing.Rule;
import java.time.Instant;
import java.util.List;
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

    /** The promotions that run at an instant, for whom and in which hours ever. */
    public List<Rule> running(Instant at) {
        return mapper.running(at).stream().map(promotions::rule).toList();
    }

    public PromotionView promotion(long id) {
        return promotions.view(promotions.require(id));
    }

    public List<PromotionView> page(long after, int limit) {
        return mapper.page(after, limit).stream().map(promotions::view).toList();
    }
}
