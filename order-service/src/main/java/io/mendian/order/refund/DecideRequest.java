package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.runtime.persistence.UseCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Staff takes up what a member asked for: his money goes back, or a second person is asked where the limit says so. */
@UseCase
public class DecideRequest {

    private final RefundSteps steps;
    private final AdvanceRefunds advanceRefunds;

    DecideRequest(RefundSteps steps, AdvanceRefunds advanceRefunds) {
        this.steps = steps;
        this.advanceRefunds = advanceRefunds;
    }

    /** What staff says: by line whether the pieces go back on the shelf, and ways for money that needs one. */
    public record Acceptance(
            Map<Integer, Boolean> restock,
            List<WayChoice> ways,
            @Nullable String note) {}

    public RefundView accept(OrderId order, long id, Acceptance acceptance, StaffId by) {
        return RefundView.of(advanceRefunds.advance(steps.accept(order, id, acceptance, by)));
    }
}
