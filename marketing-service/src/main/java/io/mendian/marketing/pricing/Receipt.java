package io.mendian.marketing.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes down what was decided: per line and for the order, which rule gave what; then fees and rounding. */
record Receipt(Basket basket, List<BasketLine> lines, List<TagPrice> tags, Combination best, Cents cents) {

    Quote quote(List<NotApplied> notApplied, long gap) {
        List<PricedLine> priced = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            priced.add(line(i));
        }
        long list = lines.stream().mapToLong(BasketLine::listMinor).sum();
        long net = Arrays.stream(best.nets()).sum();
        List<ChargedFee> fees = fees();
        long sum = net + fees.stream().mapToLong(ChargedFee::amountMinor).sum();
        long rounding = basket.charges()
                .rounding()
                .on(sum, sum - recharges(), basket.customer().payWith());
        List<Explanation> order = order();
        if (rounding < 0) {
            order.add(new Explanation(
                    "ROUNDING",
                    new Text("抹零 " + cents.zh(-rounding), "Rounded down by " + cents.show(-rounding)),
                    -rounding));
        }
        return new Quote(
                list,
                list - net,
                fees,
                rounding,
                sum + rounding,
                points().points(),
                points().minor(),
                priced,
                best.steps().stream()
                        .map(step -> new AppliedOffer(step.offer(), step.discount(), step.gifts()))
                        .toList(),
                order,
                List.copyOf(notApplied),
                gap);
    }

    private PaidByPoints points() {
        return Objects.requireNonNull(best.points());
    }

    private long recharges() {
        long recharges = 0;
        for (int i = 0; i < lines.size(); i++) {
            recharges += lines.get(i).isRecharge() ? best.nets()[i] : 0;
        }
        return recharges;
    }

    private List<ChargedFee> fees() {
        if (basket.charges().fees().isEmpty()) {
            return List.of();
        }
        List<Fee.FeeLine> basis = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            BasketLine line = lines.get(i);
            if (!line.isRecharge()) {
                basis.add(new Fee.FeeLine(
                        line.kind(),
                        line.category(),
                        line.quantity(),
                        line.listMinor(),
                        best.nets()[i] + points().minorByLine()[i]));
            }
        }
        String channel = Objects.requireNonNullElse(basket.customer().channel(), "");
        List<ChargedFee> fees = new ArrayList<>();
        for (Fee fee : basket.charges().fees()) {
            long amount = basis.isEmpty() ? 0 : fee.on(new Fee.FeeBasis(basis, channel));
            if (amount > 0) {
                Text name = fee.name();
                fees.add(new ChargedFee(
                        fee.code(),
                        new Text(name.zh() + " " + cents.zh(amount), name.en() + " " + cents.show(amount)),
                        amount));
            }
        }
        return List.copyOf(fees);
    }

    private PricedLine line(int i) {
        BasketLine line = lines.get(i);
        TagPrice tag = tags.get(i);
        List<Explanation> explanations = new ArrayList<>();
        if (tag.rule() != null) {
            explanations.add(new Explanation(tag.rule(), tag.text(), line.listMinor() - tag.netMinor()));
        }
        long minor = points().minorByLine()[i];
        long points = points().pointsByLine()[i];
        for (Step step : best.steps()) {
            if (step.offer().layer() != Offer.Layer.PAYMENT && step.cuts()[i] > 0) {
                explanations.add(new Explanation(step.offer().rule(), named(step, step.cuts()[i]), step.cuts()[i]));
            }
        }
        if (minor > 0) {
            explanations.add(new Explanation("POINTS", pointsText(points, minor), minor));
        }
        for (Step step : best.steps()) {
            if (step.offer().layer() == Offer.Layer.PAYMENT && step.cuts()[i] > 0) {
                explanations.add(new Explanation(step.offer().rule(), named(step, step.cuts()[i]), step.cuts()[i]));
            }
        }
        return new PricedLine(line, best.nets()[i], points, minor, explanations);
    }

    /** The order's explanations: the tags' sums, promotions and coupons, points, then what the means of payment gives. */
    private List<Explanation> order() {
        List<Explanation> order = new ArrayList<>();
        Map<String, Long> sums = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            TagPrice tag = tags.get(i);
            if (tag.rule() != null) {
                sums.merge(tag.rule(), lines.get(i).listMinor() - tag.netMinor(), Long::sum);
            }
        }
        long member = sums.getOrDefault("MEMBER_PRICE", 0L);
        if (member > 0) {
            Text text = new Text("会员价共减 " + cents.zh(member), "Member prices take " + cents.show(member) + " off");
            order.add(new Explanation("MEMBER_PRICE", text, member));
        }
        long level = sums.getOrDefault("LEVEL_PRICE", 0L);
        if (level > 0) {
            Text text = new Text("等级价共减 " + cents.zh(level), "Level prices take " + cents.show(level) + " off");
            order.add(new Explanation("LEVEL_PRICE", text, level));
        }
        steps(order, false);
        if (points().minor() > 0) {
            order.add(new Explanation("POINTS", pointsText(points().points(), points().minor()), points().minor()));
        }
        steps(order, true);
        return order;
    }

    private void steps(List<Explanation> order, boolean payment) {
        best.steps().stream()
                .filter(step -> (step.offer().layer() == Offer.Layer.PAYMENT) == payment)
                .map(step -> new Explanation(step.offer().rule(), named(step, step.discount()), step.discount()))
                .forEach(order::add);
    }

    private Text named(Step step, long discount) {
        String name = step.offer().name();
        if (discount == 0) {
            return new Text("「" + name + "」赠 " + step.giftPieces() + " 件", name + ": " + step.giftPieces() + " free");
        }
        return new Text("「" + name + "」减 " + cents.zh(discount), name + ": " + cents.show(discount) + " off");
    }

    private Text pointsText(long used, long minor) {
        return new Text(used + " 积分抵 " + cents.zh(minor), used + " points pay " + cents.show(minor));
    }
}
