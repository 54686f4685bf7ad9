package io.mendian.order.refund;

import io.mendian.order.payment.WeChatPayment;
import io.mendian.order.payment.WeChatPayments;
import io.mendian.order.payment.client.ProviderRefund;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.order.payment.client.WeChatPayRefused;
import io.mendian.order.payment.client.WeChatPayUnknown;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/**
 * Brings money back: cash over the counter and stored value at once, WeChat Pay by asking the provider under a number that
 * never changes and then asking until it is final. Also takes up surplus money. Calls the provider between transactions.
 */
@UseCase
public class AdvanceRefunds {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceRefunds.class);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Refunds refunds;
    private final RefundSteps steps;
    private final WeChatPayments payments;
    private final WeChatPay weChatPay;
    private final Clock clock;

    AdvanceRefunds(Refunds refunds, RefundSteps steps, WeChatPayments payments, WeChatPay weChatPay, Clock clock) {
        this.refunds = refunds;
        this.steps = steps;
        this.payments = payments;
        this.weChatPay = weChatPay;
        this.clock = clock;
    }

    /** Takes up to {@code limit} surplus payments and as many refunds that are due. */
    public void advanceAll(int limit) {
        for (WeChatPayment payment : payments.surplus(limit)) {
            try {
                Refund ignored = steps.beginSurplus(payment);
            } catch (DuplicateKeyException e) {
                LOG.debug("payment {} is refunded by another node", payment.id());
            }
        }
        for (long id : refunds.due(clock.instant(), limit)) {
            try {
                Refund ignored = advance(refunds.find(id).orElseThrow());
            } catch (RuntimeException e) {
                LOG.warn("refund {} is tried again", id, e);
            }
        }
    }

    /** The provider says that something happened to one of our refunds. */
    public void told(String outRefundNo) {
        if (outRefundNo.matches("R\\d{1,19}")) {
            refunds.refundOfPart(Long.parseLong(outRefundNo.substring(1)))
                    .flatMap(refunds::find)
                    .ifPresent(refund -> {
                        if (refund.status() == RefundStatus.FAILED) {
                            steps.retry(refund.id());
                        }
                        Refund ignored = advance(refunds.find(refund.id()).orElseThrow());
                    });
        }
    }

    Refund advance(Refund refund) {
        if (refund.status() != RefundStatus.REFUNDING) {
            return refund;
        }
        for (Refund.Part part : refund.parts()) {
            switch (part.status()) {
                case DONE, FAILED -> {
                    // nothing to do until somebody asks for a retry
                }
                case PENDING, REQUESTED -> advance(refund, part);
            }
        }
        return steps.finish(refund.order(), refund.id());
    }

    private void advance(Refund refund, Refund.Part part) {
        switch (part.kind()) {
            // the clerk hands it over; member-service books it back by the event
            case CASH, STORED_VALUE -> steps.handedOver(refund, part);
            case WECHAT_PAY -> byWeChat(refund, part);
        }
    }

    private void byWeChat(Refund refund, Refund.Part part) {
        Instant next = clock.instant().plus(pause(part.attempts()));
        try {
            ProviderRefund answer = part.status() == Refund.PartStatus.REQUESTED
                    ? weChatPay.queryRefund(part.number()).orElseGet(() -> ask(refund, part))
                    : ask(refund, part);
            CrashPoints.at("refund.wechat", "asked");
            if (answer.amountMinor() != part.amountMinor()) {
                throw new IllegalStateException("WeChat Pay refunds " + answer.amountMinor() + " for " + part.number());
            }
            switch (answer.status()) {
                case "SUCCESS" -> {
                    boolean ignored = refunds.partBack(part.id(), answer.refundId(), clock.instant());
                }
                case "CLOSED", "ABNORMAL" -> steps.failed(refund.id(), part, answer.status());
                default -> refunds.part(part, Refund.PartStatus.REQUESTED, null, next);
            }
        } catch (WeChatPayUnknown e) {
            refunds.part(part, part.status(), e.getMessage(), next);
        } catch (WeChatPayRefused e) {
            steps.failed(refund.id(), part, String.valueOf(e.getMessage()));
        }
    }

    private ProviderRefund ask(Refund refund, Refund.Part part) {
        return weChatPay.refund(new WeChatPay.RefundWish(
                part.reference(), part.number(), refund.reason(), part.amountMinor(), part.totalMinor()));
    }

    private static Duration pause(int attempts) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
