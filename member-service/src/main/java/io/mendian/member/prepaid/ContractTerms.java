package io.mendian.member.prepaid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a prepaid contract promised, as it was when it was paid; amounts in the smallest currency unit, for all pieces of
 * the line together unless said otherwise.
 *
 * @param what RECHARGE, PUNCH, PERIOD or GIFT
 * @param bonusMinor all of the bonus, at once and in instalments
 * @param gifts what was given on top, in words, and its declared value in {@code giftsMinor}
 * @param usesEach of one piece, with those given free
 * @param unitListMinor what one use costs without a card; null: the list price ÷ uses
 */
public record ContractTerms(
        String what,
        long quantity,
        long principalMinor,
        long bonusMinor,
        List<Instalment> instalments,
        List<String> gifts,
        long giftsMinor,
        long usesEach,
        @Nullable Integer validDays,
        List<String> serviceSkuIds,
        List<String> storeIds,
        @Nullable Long valueEachMinor,
        @Nullable Long unitListMinor,
        RefundPolicy policy,
        String textVersion) {

    /** A part of the bonus that is credited later. */
    public record Instalment(int afterDays, long bonusMinor) {}
}
