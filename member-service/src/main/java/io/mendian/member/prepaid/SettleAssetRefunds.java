package io.mendian.member.prepaid;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.runtime.persistence.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A refunded order takes for good what its refund had set aside, line by line, once. */
@UseCase
public class SettleAssetRefunds {

    private final AssetRefunds refunds;
    private final EndAssetRefunds end;

    SettleAssetRefunds(AssetRefunds refunds, EndAssetRefunds end) {
        this.refunds = refunds;
        this.end = end;
    }

    /** Gives the event without the lines that are settled by this; for the others nothing was set aside. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OrderRefunded settle(OrderRefunded refund) {
        List<RefundLine> others = new ArrayList<>();
        for (RefundLine line : refund.lines()) {
            Optional<AssetRefundRow> held = refunds.lock(refund.refundId(), line.lineId());
            switch (held.map(AssetRefundRow::status).orElse(AssetRefundStatus.RELEASED)) {
                case HELD -> end.confirm(held.orElseThrow());
                case CONFIRMED -> {
                    // done before
                }
                case RELEASED -> others.add(line);
            }
        }
        return others.size() == refund.lines().size() ? refund : with(refund, others);
    }

    private static OrderRefunded with(OrderRefunded refund, List<RefundLine> lines) {
        return new OrderRefunded(
                refund.orderId(),
                refund.refundId(),
                refund.storeId(),
                refund.memberKey(),
                refund.businessDate(),
                refund.refundedAt(),
                refund.currency(),
                refund.amountMinor(),
                refund.refundedSoFarMinor(),
                refund.paidMinor(),
                lines,
                refund.tenders(),
                refund.couponIds(),
                refund.pointsReturned(),
                refund.full());
    }
}
