package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.order.payment.client.ProviderRefund;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.runtime.persistence.UseCase;
import java.util.Optional;

/**
 * Sends the money of a refund that the provider refused another way: cash, stored value or bank. One person asks, another
 * agrees; then the provider is asked once more, so that nothing goes back twice.
 */
@UseCase
public class ChangeWay {

    private final Refunds refunds;
    private final ChangeWaySteps steps;
    private final AdvanceRefunds advanceRefunds;
    private final WeChatPay weChatPay;

    ChangeWay(Refunds refunds, ChangeWaySteps steps, AdvanceRefunds advanceRefunds, WeChatPay weChatPay) {
        this.refunds = refunds;
        this.steps = steps;
        this.advanceRefunds = advanceRefunds;
        this.weChatPay = weChatPay;
    }

    /** Asks for another way for the part of one tender. */
    public RefundView ask(OrderId order, long id, long part, WayChoice choice, StaffId by) {
        return RefundView.of(steps.ask(order, id, part, choice, by));
    }

    /** Agrees with what somebody else asked for. */
    public RefundView agree(OrderId order, long id, long partId, StaffId by) {
        Refund.Part part = refunds.find(id).stream()
                .flatMap(refund -> refund.parts().stream())
                .filter(one -> one.id() == partId)
                .findFirst()
                .orElseThrow(RefundProblem.REFUND_PART_UNKNOWN::with);
        if (part.byProvider()) {
            Optional<ProviderRefund> there = weChatPay.queryRefund(part.number());
            if (there.isPresent() && !isOver(there.get())) {
                throw RefundProblem.REFUND_STILL_RUNNING.with(
                        "state", there.get().status());
            }
        }
        return RefundView.of(advanceRefunds.advance(steps.agree(order, id, partId, by)));
    }

    private static boolean isOver(ProviderRefund refund) {
        return refund.status().equals("CLOSED") || refund.status().equals("ABNORMAL");
    }
}
