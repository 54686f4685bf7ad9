package io.mendian.member.assetrules;

import org.jspecify.annotations.Nullable;

/**
 * The chain's settings for prepaid assets; amounts in the smallest currency unit.
 *
 * @param transferFeeMinor what the giver of a transfer pays from his stored value
 * @param namedCapMinor the most a named card may be worth: 5,000 yuan (MOFCOM order 9 of 2012, article 18)
 * @param anonymousCapMinor the most a card without a name may be worth: 1,000 yuan (the same)
 * @param giftCardYears the term of a gift card, at least 3 years (the same, article 19)
 * @param welcomeCard null: newcomers get none
 * @param cardShareMost with how many members a punch or period card may be shared, 0 to 20; null is 5
 */
public record AssetRules(
        SpendingRule spendingRule,
        long transferFeeMinor,
        long namedCapMinor,
        long anonymousCapMinor,
        int giftCardYears,
        @Nullable WelcomeCard welcomeCard,
        @Nullable Integer cardShareMost) {

    public static final int LEAST_GIFT_CARD_YEARS = 3;

    /** What holds until headquarters says otherwise. */
    static final AssetRules FIRST = new AssetRules(SpendingRule.PROPORTIONAL, 0, 500_000, 100_000, 3, null, null);

    private static final int FIRST_CARD_SHARE_MOST = 5;

    /** With how many members a card may be shared. */
    public int mostSharesOfACard() {
        return cardShareMost == null ? FIRST_CARD_SHARE_MOST : cardShareMost;
    }
}
