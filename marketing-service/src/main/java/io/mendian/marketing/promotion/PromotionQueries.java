package io.mendian.marketing.promotion;

import io.mendian.marketing.pricing.Offer;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads of promotions. */
@Component
public class PromotionQueries {

    /** The promotions that run at an instant. */
    public List<Offer> running(Instant at) {
        return List.of();
    }
}
