package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price of a basket with every line explained. Amounts are in the smallest unit of {@code currency}; the list prices
 * less {@code discountMinor} (which holds what points pay) are {@code payableMinor}. Gifts are lines of price 0.
 */
public record QuoteView(
        StoreId storeId,
        @Nullable MemberKey memberKey,
        @Nullable String level,
        @Nullable String levelName,
        String currency,
        long listMinor,
        long discountMinor,
        long payableMinor,
        long pointsUsed,
        long pointsMinor,
        List<String> couponIds,
        @Nullable Long storedValueMinor,
        List<Line> lines,
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
            List<Explanation> explanations) {}

    /** A rule that did not apply and what is missing to qualify. */
    public record Missed(
            String rule, String reason, @Nullable Long missingMinor) {}

    static QuoteView of(Priced priced) {
        var member = priced.member();
        return new QuoteView(
                priced.store().id(),
                priced.buyer().member(),
                member == null ? null : member.level(),
                member == null ? null : member.levelName(),
                priced.currency(),
                priced.listMinor(),
                priced.listMinor() - priced.payableMinor(),
                priced.payableMinor(),
                priced.pointsUsed(),
                priced.lines().stream().mapToLong(PricedLine::pointsMinor).sum(),
                priced.couponIds(),
                member == null ? null : member.principalMinor() + member.bonusMinor(),
                priced.lines().stream().map(QuoteView::line).toList(),
                priced.explanations(),
                priced.notApplied().stream()
                        .map(missed -> new Missed(text(missed.rule()), text(missed.reason()), missed.missingMinor()))
                        .toList(),
                priced.ruleVersion());
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
                line.explanations());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
