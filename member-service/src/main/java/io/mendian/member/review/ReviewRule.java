package io.mendian.member.review;

import org.jspecify.annotations.Nullable;

/**
 * What an approved review brings: points, a coupon, or both.
 *
 * @param points 0: none
 * @param templateId the coupon's template at marketing-service; null: none
 * @param withinDays how many days after the purchase a review may be written
 */
public record ReviewRule(long version, int points, @Nullable String templateId, int withinDays) {

    ReviewRule asVersion(long next) {
        return new ReviewRule(next, points, templateId, withinDays);
    }
}
