package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.Settings;
import java.util.List;
import java.util.Map;

/** Every kind of benefit, for tests without Spring. */
public final class AllKinds {

    private static final BenefitKinds KINDS = new BenefitKinds(List.of(
            new AmountOff(),
            new AmountOffTiers(),
            new EveryAmountOff(),
            new PercentOff(),
            new PiecesPercentOff(),
            new PercentTiers(),
            new PiecesPercentTiers(),
            new PiecesForPrice(),
            new EachPieceOff(),
            new FixedPrice(),
            new NthPiece(),
            new BuyXGetY(),
            new Bundle(),
            new GiftGoods()));

    private AllKinds() {}

    public static Rules rules() {
        return new Rules(KINDS);
    }

    public static Benefit benefit(String kind, Map<String, Object> settings) {
        return KINDS.require(kind).read(new Settings(settings));
    }

    public static int rank(String kind) {
        return KINDS.require(kind).rank();
    }
}
