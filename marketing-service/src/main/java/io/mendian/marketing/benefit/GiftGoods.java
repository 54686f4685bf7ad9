package io.mendian.marketing.benefit;

import io.mendian.kernel.SkuId;
import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.Gift;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** 赠品: {@code quantity} pieces of {@code giftSkuId} at no charge once the matching lines cost {@code thresholdMinor} (0: anything). */
@Component
class GiftGoods implements BenefitKind {

    @Override
    public String name() {
        return "GIFT";
    }

    @Override
    public int rank() {
        return 90;
    }

    @Override
    public Benefit read(Settings settings) {
        SkuId sku = SkuId.of(settings.id("giftSkuId"));
        long quantity = settings.number("quantity", 1, Limits.PIECES);
        Long given = settings.optional("thresholdMinor", 0, Limits.AMOUNT);
        long threshold = given == null ? 0 : given;
        return lines -> on(lines, new Gift(sku, quantity), threshold);
    }

    private static Outcome on(MatchingLines lines, Gift gift, long threshold) {
        if (lines.total() < threshold) {
            return Limits.missing(lines, threshold, "获赠 " + gift.quantity() + " 件", gift.quantity() + " free");
        }
        return new Outcome.Given(new long[lines.size()], List.of(gift), null);
    }
}
