package io.mendian.marketing.benefit;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.Split;
import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import io.mendian.marketing.pricing.Text;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/**
 * 套餐价: {@code items} ({@code skuId}, {@code quantity}) together cost {@code priceMinor}; as many sets as the basket
 * holds, made of the dearest pieces. Never dearer than without.
 */
@Component
class Bundle implements BenefitKind {

    @Override
    public String name() {
        return "BUNDLE";
    }

    @Override
    public int rank() {
        return 15;
    }

    @Override
    public Benefit read(Settings settings) {
        long price = settings.number("priceMinor", 0, Limits.AMOUNT);
        Map<Long, Long> items = new TreeMap<>();
        for (Settings item : settings.list("items", 20)) {
            if (items.put(item.id("skuId"), item.number("quantity", 1, 100)) != null) {
                throw new InvalidSetting("items", "name a skuId twice");
            }
        }
        return lines -> on(lines, items, price);
    }

    private static Outcome on(MatchingLines lines, Map<Long, Long> items, long price) {
        long sets = Long.MAX_VALUE;
        for (Map.Entry<Long, Long> item : items.entrySet()) {
            sets = Math.min(sets, pieces(lines, item.getKey()).count() / item.getValue());
        }
        if (sets == 0) {
            return new Outcome.Lacking(
                    "BUNDLE_INCOMPLETE",
                    new Text(
                            "再选齐套餐商品可享套餐价 " + lines.show(price).zh(),
                            "Complete the bundle to pay " + lines.show(price).en()),
                    null);
        }
        long[] costs = new long[lines.size()];
        for (Map.Entry<Long, Long> item : items.entrySet()) {
            long[] taken = pieces(lines, item.getKey()).cutDearest(sets * item.getValue(), each -> each);
            Arrays.setAll(costs, i -> costs[i] + taken[i]);
        }
        long saving = LongStream.of(costs).sum() - Math.multiplyExact(sets, price);
        return Outcome.Given.cut(saving <= 0 ? new long[lines.size()] : Split.byWeight(saving, costs));
    }

    private static Pieces pieces(MatchingLines lines, long sku) {
        return Pieces.of(lines, line -> line.skuId().equals(SkuId.of(sku)));
    }
}
