package io.mendian.member.prepaid;

import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Reckons the refund of a contract now: by the terms it was concluded under and by those that hold today, and takes what
 * is better for the consumer.
 */
@Component
class AssetRefundQuotes {

    private final Consumptions consumptions;
    private final RefundPolicies policies;
    private final Clock clock;

    AssetRefundQuotes(Consumptions consumptions, RefundPolicies policies, Clock clock) {
        this.consumptions = consumptions;
        this.policies = policies;
        this.clock = clock;
    }

    /** A quote, and what it was reckoned from. */
    record Reckoned(AssetRefundView view, Consumption consumption) {}

    Reckoned reckon(PrepaidContract contract, RefundCause cause, long paidMinor, boolean locked) {
        Reckoned agreed = reckon(contract, cause, paidMinor, contract.terms().policy(), locked);
        RefundPolicy today = policies.of(policies.product(contract.product()));
        if (today.equals(contract.terms().policy())) {
            return agreed;
        }
        Reckoned now = reckon(contract, cause, paidMinor, today, locked);
        return now.view().refundMinor() > agreed.view().refundMinor() ? now : agreed;
    }

    private Reckoned reckon(
            PrepaidContract contract, RefundCause cause, long paidMinor, RefundPolicy policy, boolean locked) {
        Consumption consumed = consumptions.of(contract, policy, locked);
        long paid = Math.min(paidMinor, contract.paidMinor());
        RefundCase what = new RefundCase(
                paid,
                consumed.dealMinor(),
                consumed.consumedDeal(),
                consumed.consumedList(),
                consumed.untouched(),
                consumptions.dateOf(contract.paidAt()),
                consumptions.dateOf(clock.instant()));
        RefundResult result = RefundCalculator.reckon(what, cause, policy);
        AssetRefundView view = new AssetRefundView(
                contract.orderId(),
                contract.lineId(),
                contract.kind(),
                cause,
                paid,
                result.refundMinor(),
                result.formula(),
                result.steps(),
                consumed.left(),
                new AssetRefundView.Evidence(
                        contract.cause(),
                        contract.terms().textVersion(),
                        policy.name(),
                        consumed.dealMinor(),
                        consumed.consumedDeal().toString(),
                        consumed.consumedList().toString()));
        return new Reckoned(view, consumed);
    }
}
