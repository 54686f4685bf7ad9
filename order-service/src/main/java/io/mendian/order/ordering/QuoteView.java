package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price of a basket with every line explained. Amounts are in the smallest unit of {@code currency}: list prices less
 * {@code discountMinor} (which holds what points pay), plus {@code feesMinor}, plus {@code roundingMinor} (0 or less; it is
 * inside the lines' net amounts) are {@code payableMinor}. Gifts are lines of price 0. {@code pointsUsed} are all points,
 * {@code pointsMinor} is what those used as cash pay; {@code cardUseMinor} is the part that card uses pay.
 */
public record QuoteView(
        StoreId storeId,
        @Nullable MemberKey memberKey,
        @Nullable String level,
        @Nullable String levelName,
        String currency,
        long listMinor,
        long discountMinor,
        long feesMinor,
        long roundingMinor,
        long payableMinor,
        long cardUseMinor,
        long pointsUsed,
        long pointsMinor,
        List<String> couponIds,
        @Nullable Long storedValueMinor,
        List<TenderKind> payWith,
        List<ByMeans> byMeans,
        List<Line> lines,
        List<Fee> fees,
        List<Explanation> explanations,
        List<Missed> notApplied,
        String ruleVersion) {

    /** One line: what it costs and why. */
    public record Line(
            String lineId,
            SkuId skuId,
            String code,
            String name,
            String kind,
            String unit,
            long quantity,
            @Nullable StaffId staffId,
            long unitListMinor,
            long listMinor,
            long netMinor,
            long pointsMinor,
            long exchangePoints,
            boolean payByCard,
            List<Explanation> explanations) {}

    /** A rule that did not apply and what is missing to qualify. */
    public record Missed(
            String rule, String reason, @Nullable Long missingMinor) {}

    static QuoteView of(Priced priced) {
        var member = priced.member();
        Priced.Rules rules = priced.rules();
        return new QuoteView(
                priced.store().id(),
                priced.buyer().member(),
                member == null ? null : member.level(),
                member == null ? null : member.levelName(),
                priced.currency(),
                priced.listMinor(),
                priced.discountMinor(),
                priced.feesMinor(),
                rules.roundingMinor(),
                priced.payableMinor(),
                priced.cardUseMinor(),
                priced.pointsUsed(),
                priced.lines().stream().mapToLong(PricedLine::pointsMinor).sum(),
                priced.couponIds(),
                member == null ? null : member.principalMinor() + member.bonusMinor(),
                priced.payWith(),
                rules.byMeans(),
                priced.lines().stream().map(QuoteView::line).toList(),
                rules.fees(),
                rules.explanations(),
                rules.notApplied().stream()
                        .map(missed -> new Missed(text(missed.rule()), text(missed.reason()), missed.missingMinor()))
                        .toList(),
                rules.ruleVersion());
    }

    private static Line line(PricedLine line) {
        return new Line(
                Integer.toString(line.no()),
                line.sku().id(),
                line.sku().code(),
                line.sku().name(),
                line.sku().kind().name(),
                line.sku().unit(),
                line.quantity(),
                line.staff(),
                line.unitListMinor(),
                line.listMinor(),
                line.netMinor(),
                line.pointsMinor(),
                line.exchangePoints(),
                line.byCard(),
                line.explanations());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
