package io.mendian.marketing.promotion;

import io.mendian.marketing.pricing.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Those among these that are for a member's first order only. */
    public Set<Long> forFirstOrders(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : mapper.selectByIds(ids).stream()
                        .map(promotions::rule)
                        .filter(rule -> rule.terms().audience().onlyFirstOrder())
                        .map(rule -> rule.offer().id())
                        .collect(Collectors.toSet());
    }

    /** A promotion as the rule it is or would be. */
    public Rule rule(long id) {
        return promotions.rule(promotions.require(id));
    }

    /** Terms that are no promotion yet as the rule they would be. */
    public Rule wouldBe(long id, PromotionTerms terms) {
        return promotions.wouldBe(id, terms);
    }

    public PromotionView promotion(long id) {
        return promotions.view(promotions.require(id));
    }

    public List<PromotionView> page(long after, int limit) {
        return mapper.page(after, limit).stream().map(promotions::view).toList();
    }
}
