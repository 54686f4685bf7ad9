package io.mendian.member.prepaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reckons what a prepaid contract gives back, by exact fractions, rounded once at the end, half-up. Source: Supreme
 * People's Court, interpretation on civil disputes over prepaid consumption (in force 2025-05-01): seven days, merchant's
 * fault, consumer's reason. A named policy may give the consumer more, never less.
 */
final class RefundCalculator {

    private RefundCalculator() {}

    static RefundResult reckon(RefundCase what, RefundCause cause, RefundPolicy policy) {
        List<RefundStep> steps = new ArrayList<>();
        steps.add(RefundStep.of("已付款", "paid", what.paidMinor()));
        LocalDate lastDay = what.paidOn().plusDays(policy.coolingOffDays());
        if (what.untouched() && !what.today().isAfter(lastDay)) {
            steps.add(RefundStep.of(
                    "付款后" + policy.coolingOffDays() + "日内（至" + lastDay + "）且未使用：全额退还",
                    "within " + policy.coolingOffDays() + " days of paying (until " + lastDay
                            + ") and untouched: all of it",
                    what.paidMinor()));
            return new RefundResult(what.paidMinor(), RefundFormula.SEVEN_DAYS, List.copyOf(steps));
        }
        return switch (cause) {
            case MERCHANT -> end(proportional(what, steps), RefundFormula.MERCHANT_FAULT, what, steps);
            case CONSUMER -> consumer(what, policy, steps);
        };
    }

    private static RefundResult consumer(RefundCase what, RefundPolicy policy, List<RefundStep> steps) {
        steps.add(RefundStep.of("已消费部分按折扣前价格计", "consumed, at the price before the discount", what.consumedList()));
        Fraction refund = Fraction.of(what.paidMinor()).minus(what.consumedList());
        steps.add(RefundStep.of("已付款 − 已消费（折扣前价格）", "paid − consumed at the price before the discount", refund));
        if (policy.consumerTerms() == RefundPolicy.ConsumerTerms.PROPORTIONAL) {
            List<RefundStep> agreed = new ArrayList<>();
            Fraction better = proportional(what, agreed);
            if (better.compareTo(refund) > 0) {
                steps.add(RefundStep.of(
                        "与消费者约定了更优条款（" + policy.name() + "）：按比例退",
                        "better terms were agreed (" + policy.name() + ")",
                        better));
                steps.addAll(agreed);
                refund = better;
            }
        }
        return end(refund, RefundFormula.CONSUMER_REASON, what, steps);
    }

    private static Fraction proportional(RefundCase what, List<RefundStep> steps) {
        if (what.dealMinor() == 0) {
            return Fraction.ZERO;
        }
        long given = what.dealMinor() - what.paidMinor();
        Fraction ratio = Fraction.of(what.paidMinor(), what.dealMinor());
        Fraction consumed = what.consumedDeal().times(ratio);
        steps.add(RefundStep.of("赠送部分计入交易", "given free, part of the deal", given));
        steps.add(RefundStep.of("已付款 ÷（已付款 + 赠送）", "paid ÷ (paid + given)", ratio));
        steps.add(RefundStep.of("已消费价值", "consumed value", what.consumedDeal()));
        steps.add(RefundStep.of("已消费价值 × 比例", "consumed value × ratio", consumed));
        Fraction refund = Fraction.of(what.paidMinor()).minus(consumed);
        steps.add(RefundStep.of("已付款 − 已消费价值 × 比例", "paid − consumed value × ratio", refund));
        return refund;
    }

    private static RefundResult end(Fraction refund, RefundFormula formula, RefundCase what, List<RefundStep> steps) {
        Fraction bounded = refund.atLeast(Fraction.ZERO).atMost(Fraction.of(what.paidMinor()));
        if (!bounded.equals(refund)) {
            steps.add(RefundStep.of("不低于零，不高于已付款", "not below zero, not above what was paid", bounded));
        }
        long rounded = bounded.roundedHalfUp();
        steps.add(RefundStep.of("应退（四舍五入到分）", "refund (rounded half-up to the smallest unit)", rounded));
        return new RefundResult(rounded, formula, List.copyOf(steps));
    }
}
