package io.mendian.marketing.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes down what was decided: per line and for the order, which rule gave what. */
record Receipt(List<BasketLine> lines, List<TagPrice> tags, Combination best, Points points, Cents cents) {

    /** Points that pay, as a whole and by line. */
    record Points(long points, long minor, long[] pointsByLine, long[] minorByLine) {}

    Quote quote(List<NotApplied> notApplied, long gap) {
        List<PricedLine> priced = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            priced.add(line(i));
        }
        long list = lines.stream().mapToLong(BasketLine::listMinor).sum();
        long payable = priced.stream().mapToLong(PricedLine::netMinor).sum();
        List<AppliedOffer> applied = best.steps().stream()
                .map(step -> new AppliedOffer(step.offer(), step.discount(), step.gifts()))
                .toList();
        return new Quote(
                list,
                list - payable,
                payable,
                points.points(),
                points.minor(),
                priced,
                applied,
                order(priced),
                List.copyOf(notApplied),
                gap);
    }

    private PricedLine line(int i) {
        BasketLine line = lines.get(i);
        TagPrice tag = tags.get(i);
        List<Explanation> explanations = new ArrayList<>();
        if (tag.rule() != null) {
            explanations.add(new Explanation(tag.rule(), tag.text(), line.listMinor() - tag.netMinor()));
        }
        for (Step step : best.steps()) {
            if (step.cuts()[i] > 0) {
                explanations.add(new Explanation(step.offer().rule(), named(step), step.cuts()[i]));
            }
        }
        long minor = points.minorByLine()[i];
        if (minor > 0) {
            explanations.add(new Explanation("POINTS", pointsText(points.pointsByLine()[i], minor), minor));
        }
        return new PricedLine(line, best.nets()[i] - minor, points.pointsByLine()[i], minor, explanations);
    }

    /** The order's explanations: the tags' sums, then each rule, then points. */
    private List<Explanation> order(List<PricedLine> priced) {
        Map<String, Long> tagSums = new LinkedHashMap<>();
        for (int i = 0; i < priced.size(); i++) {
            TagPrice tag = tags.get(i);
            if (tag.rule() != null) {
                tagSums.merge(tag.rule(), lines.get(i).listMinor() - tag.netMinor(), Long::sum);
            }
        }
        List<Explanation> order = new ArrayList<>();
        for (String rule : List.of("MEMBER_PRICE", "LEVEL_PRICE")) {
            if (tagSums.containsKey(rule)) {
                long sum = Objects.requireNonNull(tagSums.get(rule));
                Text text = rule.equals("MEMBER_PRICE")
                        ? new Text("会员价共减 " + cents.show(sum), "Member prices take " + cents.show(sum) + " off")
                        : new Text("等级价共减 " + cents.show(sum), "Level prices take " + cents.show(sum) + " off");
                order.add(new Explanation(rule, text, sum));
            }
        }
        best.steps().forEach(step -> order.add(new Explanation(step.offer().rule(), named(step), step.discount())));
        if (points.minor() > 0) {
            order.add(new Explanation("POINTS", pointsText(points.points(), points.minor()), points.minor()));
        }
        return order;
    }

    private Text named(Step step) {
        String name = step.offer().name();
        if (step.discount() == 0) {
            return new Text("「" + name + "」赠 " + step.giftPieces() + " 件", name + ": " + step.giftPieces() + " free");
        }
        String amount = cents.show(step.discount());
        return new Text("「" + name + "」减 " + amount, name + ": " + amount + " off");
    }

    private Text pointsText(long used, long minor) {
        return new Text(used + " 积分抵 " + cents.show(minor), used + " points pay " + cents.show(minor));
    }
}
