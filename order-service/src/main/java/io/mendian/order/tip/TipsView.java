package io.mendian.order.tip;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.TenderKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tips of an order in the smallest unit: {@code tipMinor} is what was left less what was given back (below 0). */
public record TipsView(OrderId orderId, long tipMinor, List<Line> tips) {

    /** One tip, for whom it is and who took it; or one that was given back. */
    public record Line(
            String tipId,
            TenderKind kind,
            long amountMinor,
            @Nullable String label,
            StaffId staffId,
            @Nullable StaffId takenBy,
            Instant at) {}

    static TipsView of(OrderId order, List<Tip> tips) {
        return new TipsView(
                order,
                tips.stream().mapToLong(Tip::amountMinor).sum(),
                tips.stream()
                        .map(tip -> new Line(
                                Long.toString(tip.id()),
                                tip.kind(),
                                tip.amountMinor(),
                                tip.label(),
                                tip.staff(),
                                tip.takenBy(),
                                tip.at()))
                        .toList());
    }
}
