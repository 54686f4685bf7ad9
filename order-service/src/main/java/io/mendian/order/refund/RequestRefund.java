package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.order.OrderProperties;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import java.util.List;

/**
 * Takes pieces back and their money to the tenders it came from. Above the limit of the settings a second person decides
 * first. May be stopped at any point and called again with the same id.
 */
@UseCase
public class RequestRefund {

    private final RefundSteps steps;
    private final AdvanceRefunds advanceRefunds;
    private final OrderProperties settings;

    RequestRefund(RefundSteps steps, AdvanceRefunds advanceRefunds, OrderProperties settings) {
        this.steps = steps;
        this.advanceRefunds = advanceRefunds;
        this.settings = settings;
    }

    /** What comes back and why. */
    public record Command(OrderId order, List<RefundPlan.Wish> wishes, String reason, StaffId askedBy) {}

    public RefundView request(long id, Command command) {
        CrashPoints.at("refund", "asked");
        Refund refund = steps.begin(id, command, settings.refundApprovalAboveMinor());
        CrashPoints.at("refund", "begun");
        return RefundView.of(advanceRefunds.advance(refund));
    }
}
