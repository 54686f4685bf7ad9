package io.mendian.order.refund;

import io.mendian.order.payment.RefundablePayments;
import io.mendian.order.payment.client.ProviderRefund;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.order.payment.client.WeChatPayRefused;
import io.mendian.order.payment.client.WeChatPayUnknown;
import io.mendian.runtime.crash.CrashPoints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Money back by WeChat Pay: asked for under a number that never changes, no two refunds of a payment within its pause, then
 * asked about until it is final. Whatever was asked for is in the database before.
 */
@Component
class ProviderRefunds {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderRefunds.class);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final RefundSteps steps;
    private final PartMoves moves;
    private final RefundablePayments payments;
    private final WeChatPay weChatPay;
    private final RefundProperties settings;
    private final Clock clock;

    ProviderRefunds(
            RefundSteps steps,
            PartMoves moves,
            RefundablePayments payments,
            WeChatPay weChatPay,
            RefundProperties settings,
            Clock clock) {
        this.steps = steps;
        this.moves = moves;
        this.payments = payments;
        this.weChatPay = weChatPay;
        this.settings = settings;
        this.clock = clock;
    }

    void bringBack(Refund refund, Refund.Part part) {
        Instant now = clock.instant();
        Instant next = now.plus(pause(part.attempts()));
        try {
            Optional<ProviderRefund> known = part.status() == Refund.PartStatus.REQUESTED
                    ? weChatPay.queryRefund(part.number())
                    : Optional.empty();
            if (known.isEmpty() && !payments.takeTurn(part.reference(), part.id(), now, settings.providerPause())) {
                moves.waits(part, now.plus(settings.providerPause()));
                return;
            }
            ProviderRefund answer = known.isPresent() ? known.get() : ask(refund, part);
            CrashPoints.at("refund.wechat", "asked");
            heard(refund, part, answer, next);
        } catch (WeChatPayUnknown e) {
            boolean ignored = moves.tried(part, part.status(), e.getMessage(), next);
        } catch (WeChatPayRefused e) {
            steps.failed(refund.id(), part, String.valueOf(e.getMessage()));
        }
    }

    /** Looks at a part that the provider has told of, also one that had failed; never asks for it anew. */
    void look(Refund refund, Refund.Part part) {
        try {
            ProviderRefund answer = weChatPay.queryRefund(part.number()).orElse(null);
            if (answer == null || part.status() == Refund.PartStatus.DONE && part.byProvider()) {
                return;
            }
            if (!part.byProvider()) {
                paidTwice(part, answer);
                return;
            }
            boolean goesOn =
                    answer.status().equals("SUCCESS") || answer.status().equals("PROCESSING");
            if (refund.status() == RefundStatus.FAILED && goesOn) {
                steps.goOn(refund.id());
            }
            if (refund.status() == RefundStatus.REFUNDING || refund.status() == RefundStatus.FAILED && goesOn) {
                heard(refund, part, answer, clock.instant().plus(pause(part.attempts())));
            }
        } catch (WeChatPayUnknown | WeChatPayRefused e) {
            LOG.info("refund {} is asked for again: {}", part.number(), e.toString());
        }
    }

    private void paidTwice(Refund.Part part, ProviderRefund answer) {
        if (answer.status().equals("SUCCESS")) {
            steps.paidTwice(part, answer.refundId());
        }
    }

    private void heard(Refund refund, Refund.Part part, ProviderRefund answer, Instant next) {
        if (answer.amountMinor() != part.amountMinor()) {
            throw new IllegalStateException("WeChat Pay refunds " + answer.amountMinor() + " for " + part.number());
        }
        switch (answer.status()) {
            case "SUCCESS" ->
                moves.back(
                        part, answer.refundId(), answer.payerMinor() < 0 ? null : answer.payerMinor(), clock.instant());
            case "CLOSED", "ABNORMAL" -> steps.failed(refund.id(), part, answer.status());
            default -> {
                boolean ignored = moves.tried(part, Refund.PartStatus.REQUESTED, null, next);
            }
        }
    }

    private ProviderRefund ask(Refund refund, Refund.Part part) {
        return weChatPay.refund(new WeChatPay.RefundWish(
                part.reference(), part.number(), refund.asked().reason(), part.amountMinor(), part.totalMinor()));
    }

    private static Duration pause(int attempts) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
