package io.mendian.order.ordering;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.Split;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuQueries;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.order.ordering.client.MarketingClient.QuoteAnswer;
import io.mendian.order.ordering.client.MarketingClient.QuotedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what marketing-service answers and refuses what does not add up. The order's rounding is spread over the lines, so
 * that a returned piece takes its share with it.
 */
@Component
class QuoteReading {

    private final SkuQueries skus;

    QuoteReading(SkuQueries skus) {
        this.skus = skus;
    }

    /** Lines as they are charged, gifts after them, and the fees on top. */
    record Read(List<PricedLine> lines, List<Fee> fees, long roundingMinor) {}

    Read read(List<BasketProducts.Found> asked, QuoteAnswer answer, int linesInBasket) {
        Map<String, QuotedLine> byId =
                answer.lines().stream().collect(Collectors.toMap(QuotedLine::lineId, Function.identity()));
        List<PricedLine> lines = new ArrayList<>();
        for (BasketProducts.Found line : asked) {
            QuotedLine quoted = byId.get(Integer.toString(line.no()));
            if (quoted == null || quoted.quantity() != line.item().quantity()) {
                throw new IllegalStateException("marketing-service did not price line " + line.no());
            }
            lines.add(line(line, quoted));
        }
        List<Fee> fees = new ArrayList<>(fees(answer));
        long rounding = answer.roundingMinor() == null ? 0 : answer.roundingMinor();
        long sum = sum(lines) + fees.stream().mapToLong(Fee::amountMinor).sum() + rounding;
        if (sum != answer.payableMinor() || rounding > 0) {
            throw new IllegalStateException("a quote sums to " + sum + ", not to " + answer.payableMinor());
        }
        long onLines = Math.min(-rounding, sum(lines));
        if (-rounding > onLines) {
            fees.add(new Fee("ROUNDING", "抹零", rounding + onLines));
        }
        List<PricedLine> rounded = rounded(lines, onLines);
        gifts(answer, rounded, linesInBasket);
        return new Read(rounded, List.copyOf(fees), -onLines);
    }

    private static long sum(List<PricedLine> lines) {
        return lines.stream().mapToLong(PricedLine::netMinor).reduce(0, Math::addExact);
    }

    private static List<PricedLine> rounded(List<PricedLine> lines, long minor) {
        if (minor == 0) {
            return new ArrayList<>(lines);
        }
        // canonical order, so that typing the basket in another order changes nothing
        List<PricedLine> ordered = lines.stream()
                .sorted(Comparator.comparingLong(
                                (PricedLine line) -> line.sku().id().value())
                        .thenComparingLong(PricedLine::unitListMinor)
                        .thenComparingInt(PricedLine::no))
                .toList();
        long[] shares = Split.byWeight(
                minor, ordered.stream().mapToLong(PricedLine::netMinor).toArray());
        Map<Integer, Long> byLine = new HashMap<>();
        for (int i = 0; i < shares.length; i++) {
            byLine.put(ordered.get(i).no(), shares[i]);
        }
        List<PricedLine> rounded = new ArrayList<>();
        lines.forEach(line -> rounded.add(line.rounded(byLine.getOrDefault(line.no(), 0L))));
        return rounded;
    }

    private static PricedLine line(BasketProducts.Found line, QuotedLine quoted) {
        long list = Math.multiplyExact(line.sku().listPriceMinor(), line.item().quantity());
        if (quoted.listMinor() != list || quoted.netMinor() < 0 || quoted.netMinor() > list) {
            throw new IllegalStateException("marketing-service priced line " + line.no() + " wrongly");
        }
        return new PricedLine(
                line.no(),
                line.sku(),
                line.item().quantity(),
                line.item().staff(),
                line.sku().listPriceMinor(),
                list,
                quoted.netMinor(),
                quoted.pointsMinor(),
                null,
                explained(line, quoted));
    }

    /** Why a line costs what it costs; of a weighed pack first what its label says. */
    private static List<Explanation> explained(BasketProducts.Found line, QuotedLine quoted) {
        List<Explanation> all = new ArrayList<>();
        if (line.pack() != null) {
            all.add(new Explanation("SCALE", line.pack().text(), 0));
        }
        all.addAll(explanations(quoted.explanations()));
        return all;
    }

    /** Gifts are lines of price 0: they need stock like any other piece. */
    private void gifts(QuoteAnswer answer, List<PricedLine> lines, int linesInBasket) {
        List<MarketingClient.Gift> gifts = orEmpty(answer.gifts());
        if (gifts.isEmpty()) {
            return;
        }
        Map<SkuId, Sku> found =
                skus.require(gifts.stream().map(MarketingClient.Gift::skuId).toList());
        int no = linesInBasket;
        for (MarketingClient.Gift gift : gifts) {
            Sku sku = Objects.requireNonNull(found.get(gift.skuId()));
            Explanation why = new Explanation("GIFT", "赠品", 0);
            lines.add(new PricedLine(++no, sku, gift.quantity(), null, 0, 0, 0, 0, null, List.of(why)));
        }
    }

    private static List<Fee> fees(QuoteAnswer answer) {
        return orEmpty(answer.fees()).stream()
                .map(fee -> new Fee(
                        Objects.requireNonNullElse(fee.code(), "FEE"),
                        Objects.requireNonNullElse(fee.text(), ""),
                        fee.amountMinor()))
                .toList();
    }

    /** What all of it costs with other means; {@code fixedMinor} costs the same with each. */
    static List<ByMeans> otherwise(QuoteAnswer answer, long fixedMinor) {
        return orEmpty(answer.paidOtherwise()).stream()
                .map(other -> new ByMeans(
                        other.payWith(),
                        Math.addExact(other.payableMinor(), fixedMinor),
                        answer.payableMinor() - other.payableMinor(),
                        Objects.requireNonNullElse(other.text(), "")))
                .toList();
    }

    static SortedMap<String, Long> coupons(QuoteAnswer answer) {
        Map<String, Long> discounts = answer.couponDiscountsMinor();
        SortedMap<String, Long> coupons = new TreeMap<>();
        orEmpty(answer.couponIds())
                .forEach(id -> coupons.put(id, discounts == null ? 0 : discounts.getOrDefault(id, 0L)));
        return coupons;
    }

    static List<Explanation> explanations(@Nullable List<MarketingClient.Explanation> given) {
        return orEmpty(given).stream()
                .map(e -> new Explanation(
                        Objects.requireNonNullElse(e.rule(), ""),
                        Objects.requireNonNullElse(e.text(), ""),
                        e.amountMinor()))
                .toList();
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
