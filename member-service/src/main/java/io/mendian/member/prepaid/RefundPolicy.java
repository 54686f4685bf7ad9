package io.mendian.member.prepaid;

/**
 * The terms by which a chain refunds prepaid contracts. A policy may be better for the consumer than the law, never worse.
 *
 * @param coolingOffDays the last day of the untouched full refund is the day of payment plus this; at least 7
 * @param consumerTerms how consumption is valued when the consumer is the cause
 * @param listPermille what 1,000 spent of a recharge would have cost without the card (at least 1,000): 1,250 where paying
 *     by the card was 8折
 * @param textVersion the version of the terms' text that the member accepted
 */
public record RefundPolicy(
        String name, int coolingOffDays, ConsumerTerms consumerTerms, int listPermille, String textVersion) {

    public static final String DEFAULT = "DEFAULT";
    public static final int LEAST_COOLING_OFF_DAYS = 7;

    /** How consumption is valued when the consumer is the cause. */
    public enum ConsumerTerms {
        /** At the price before the discount, as the law says. */
        UNDISCOUNTED,
        /** In proportion, as if the merchant were the cause: better terms agreed with the consumer win. */
        PROPORTIONAL
    }

    /** What the law says, until headquarters sets the policy DEFAULT. */
    static final RefundPolicy STATUTORY =
            new RefundPolicy(DEFAULT, LEAST_COOLING_OFF_DAYS, ConsumerTerms.UNDISCOUNTED, 1000, "2025-05-01");
}
