package io.mendian.marketing.benefit;

import io.mendian.kernel.SkuId;
import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.Gift;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import io.mendian.marketing.pricing.Text;
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
        Gift gift = new Gift(SkuId.of(settings.id("giftSkuId")), settings.number("quantity", 1, Limits.PIECES));
        Long threshold = settings.optional("thresholdMinor", 0, Limits.AMOUNT);
        return new Terms(gift, threshold == null ? 0 : threshold);
    }

    private record Terms(Gift gift, long threshold) implements Benefit {

        @Override
        public boolean seesOnlyTotals() {
            return true;
        }

        @Override
        public long takesOff(MatchingLines lines) {
            return 0;
        }

        @Override
        public long givesPieces(MatchingLines lines) {
            return lines.total() < threshold ? 0 : gift.quantity();
        }

        @Override
        public Outcome on(MatchingLines lines) {
            return lines.total() < threshold
                    ? Limits.missing(
                            lines, threshold, new Text("获赠 " + gift.quantity() + " 件", gift.quantity() + " free"))
                    : new Outcome.Given(new long[lines.size()], List.of(gift), null);
        }
    }
}
