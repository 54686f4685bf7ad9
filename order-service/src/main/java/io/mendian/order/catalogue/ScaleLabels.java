package io.mendian.order.catalogue;

import io.mendian.kernel.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the labels that scales print: the product, its weight and its price. A price on the label wins over the price
 * computed from the weight, for the customer has read it. Layouts are the chain's; a node sees a change within a minute.
 */
@Component
public class ScaleLabels {

    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Skus skus;
    private final SkuQueries queries;
    private final Clock clock;
    private final Currency currency;
    private volatile @Nullable Known known;

    ScaleLabels(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Skus skus,
            SkuQueries queries,
            Clock clock,
            @Value("${mendian.currency}") String currency) {
        this.currency = Currency.getInstance(currency);
        this.jdbc = jdbc;
        this.batches = batches;
        this.skus = skus;
        this.queries = queries;
        this.clock = clock;
    }

    private record Known(List<ScaleLayout> layouts, Instant until) {}

    /** A weighed pack: the product at the pack's price, and how that came about. */
    public record Pack(Sku sku, long grams, long priceMinor, boolean labelPrice, String text) {}

    public List<ScaleLayout> layouts() {
        return jdbc.sql("SELECT pattern, weight_unit, price_unit FROM scale_layout ORDER BY prefix")
                .query((row, n) -> new ScaleLayout(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    /** Replaces the chain's layouts; one for each prefix. */
    @Transactional
    public List<ScaleLayout> replace(List<ScaleLayout> layouts) {
        for (ScaleLayout layout : layouts) {
            layout.fault().ifPresent(reason -> {
                throw SkuProblem.SCALE_LAYOUT_INVALID.with("pattern", layout.pattern(), "reason", reason);
            });
            if (layouts.stream()
                            .filter(other -> other.prefix().equals(layout.prefix()))
                            .count()
                    > 1) {
                throw SkuProblem.SCALE_LAYOUT_INVALID.with(
                        "pattern", layout.pattern(), "reason", "the prefix is named twice");
            }
        }
        int ignored = jdbc.sql("DELETE FROM scale_layout").update();
        batches.batchUpdate(
                "INSERT INTO scale_layout (prefix, pattern, weight_unit, price_unit) VALUES (?, ?, ?, ?)",
                layouts.stream()
                        .map(one -> new Object[] {one.prefix(), one.pattern(), one.weightUnit(), one.priceUnit()})
                        .toList());
        known = null;
        return layouts();
    }

    /** The pack that a label stands for; nothing when it is no label of a scale. Refuses a label that cannot be right. */
    public Optional<Pack> read(String barcode) {
        if (!barcode.startsWith("2")) {
            return Optional.empty();
        }
        return current().stream().filter(one -> one.fits(barcode)).findFirst().map(layout -> pack(layout, barcode));
    }

    private List<ScaleLayout> current() {
        Known now = known;
        if (now == null || !now.until.isAfter(clock.instant())) {
            now = new Known(layouts(), clock.instant().plus(KNOWN_FOR));
            known = now;
        }
        return now.layouts;
    }

    private Pack pack(ScaleLayout layout, String barcode) {
        if (Barcode.checkDigit(barcode) != barcode.charAt(barcode.length() - 1) - '0') {
            throw SkuProblem.SCALE_LABEL_BAD.with("barcode", barcode, "reason", "校验位错误 / wrong check digit");
        }
        ScaleLayout.Reading reading = layout.read(barcode);
        Sku sku = skus.ownerOfScaleCode(reading.item())
                .map(queries::require)
                .orElseThrow(() -> SkuProblem.SKU_BARCODE_UNKNOWN.with("barcode", barcode));
        ScaleItem scale = sku.scale();
        if (scale == null) {
            throw SkuProblem.SKU_BARCODE_UNKNOWN.with("barcode", barcode);
        }
        Long price = reading.priceMinor();
        Long grams = reading.grams();
        if ((grams != null && grams == 0)
                || (grams == null && (price == null || price == 0 || sku.listPriceMinor() == 0))) {
            throw SkuProblem.SCALE_LABEL_BAD.with("barcode", barcode, "reason", "重量或金额为零 / nothing was weighed");
        }
        return price == null ? byWeight(sku, scale, grams == null ? 0 : grams) : byPrice(sku, scale, price, grams);
    }

    private Pack byWeight(Sku sku, ScaleItem scale, long grams) {
        long price = scale.priceOf(sku.listPriceMinor(), grams);
        Long member =
                sku.memberPriceMinor() == null ? null : Long.valueOf(scale.priceOf(sku.memberPriceMinor(), grams));
        String text = grams + " 克 × " + money(sku.listPriceMinor()) + "/" + scale.perGrams() + " 克";
        return new Pack(sku.pack(grams, price, member), grams, price, false, text);
    }

    private Pack byPrice(Sku sku, ScaleItem scale, long price, @Nullable Long weighed) {
        long grams = weighed == null ? scale.gramsFor(sku.listPriceMinor(), price) : weighed;
        long computed = scale.priceOf(sku.listPriceMinor(), grams);
        String text = "标签价 " + money(price);
        if (weighed != null && computed != price) {
            text += "，优先于按 " + grams + " 克计算的 " + money(computed);
        } else if (weighed == null) {
            text += "，约 " + grams + " 克";
        }
        return new Pack(sku.pack(grams, price, null), grams, price, true, text);
    }

    private String money(long minor) {
        return Money.of(minor, currency).zh();
    }
}
