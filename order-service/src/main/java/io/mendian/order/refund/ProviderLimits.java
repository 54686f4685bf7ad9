package io.mendian.order.refund;

import io.mendian.kernel.Split;
import io.mendian.order.payment.RefundablePayments;
import io.mendian.order.payment.RefundablePayments.Refundable;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What WeChat Pay allows: refunds within 365 days, fifty for a payment, a minute apart; and the payer's share of each. */
@Component
class ProviderLimits {

    private final RefundablePayments payments;
    private final RefundProperties settings;
    private final Clock clock;

    ProviderLimits(RefundablePayments payments, RefundProperties settings, Clock clock) {
        this.payments = payments;
        this.settings = settings;
        this.clock = clock;
    }

    /** Why money cannot go back the way it came. */
    enum Stop {
        /** The payment is older than the provider takes refunds of. */
        TOO_OLD,
        /** The payment was refunded as often as the provider allows. */
        TOO_OFTEN
    }

    /** What the provider makes of a part: whether it takes it, not before when, and how much of it is the payer's own. */
    record Verdict(@Nullable Stop stop, @Nullable Instant notBefore, long payerMinor) {}

    Verdict of(String outTradeNo, long amountMinor) {
        Refundable payment = payments.find(outTradeNo).orElse(null);
        if (payment == null) {
            return new Verdict(Stop.TOO_OLD, null, amountMinor);
        }
        Instant now = clock.instant();
        Instant last = payment.lastTurn();
        Instant next = last == null ? null : last.plus(settings.providerPause());
        return new Verdict(
                stop(payment, now), next == null || !next.isAfter(now) ? null : next, payer(payment, amountMinor));
    }

    private @Nullable Stop stop(Refundable payment, Instant now) {
        if (payment.paidAt().plus(settings.providerWithin()).isBefore(now)) {
            return Stop.TOO_OLD;
        }
        return payment.refunds() >= RefundablePayments.MOST_REFUNDS ? Stop.TOO_OFTEN : null;
    }

    /** The payer's own money in a part: requested × paid ÷ total on the running total, so that all parts end at what he paid. */
    private static long payer(Refundable payment, long amountMinor) {
        long before = payment.refundedMinor();
        long after = Math.min(payment.amountMinor(), before + amountMinor);
        return Split.share(payment.payerMinor(), after, payment.amountMinor())
                - Split.share(payment.payerMinor(), before, payment.amountMinor());
    }
}
