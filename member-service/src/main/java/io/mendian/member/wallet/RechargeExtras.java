package io.mendian.member.wallet;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recharge package gives besides the bonus at once, per piece: more bonus in instalments, points, coupons, punch
 * cards. Amounts in the smallest currency unit.
 */
public record RechargeExtras(List<Instalment> instalments, long points, List<Coupons> coupons, List<GiftedCard> cards) {

    public static final RechargeExtras NONE = new RechargeExtras(List.of(), 0, List.of(), List.of());

    /** A part of the bonus, credited this many days after the payment. */
    public record Instalment(int afterDays, long bonusMinor) {}

    /** Coupons of a template; {@code valueMinor} is the declared value of one. */
    public record Coupons(String templateId, int count, long valueMinor) {}

    /** A punch card; {@code valueMinor} is its declared value. */
    public record GiftedCard(
            SkuId productSkuId,
            String name,
            long uses,
            @Nullable Integer validDays,
            List<SkuId> serviceSkuIds,
            List<StoreId> storeIds,
            long valueMinor) {}

    /** The declared value of the gifts that are no bonus. */
    public long declaredMinor() {
        return coupons.stream().mapToLong(one -> one.count() * one.valueMinor()).sum()
                + cards.stream().mapToLong(GiftedCard::valueMinor).sum();
    }

    /** For the contract: what was given, in words. */
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        if (points > 0) {
            words.add("积分 " + points);
        }
        coupons.forEach(one -> words.add("优惠券 " + one.templateId() + " × " + one.count()));
        cards.forEach(card -> words.add(card.name() + "（" + card.uses() + " 次）"));
        return words;
    }
}
