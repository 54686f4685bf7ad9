package io.mendian.order.refund;

import io.mendian.order.ordering.Order;
import io.mendian.order.refund.RefundBasis.SoldLine;
import io.mendian.order.refund.client.AssetRefundClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Cards and recharges among what comes back: member-service knows what was used of them and what the law makes of it. */
@Component
class RefundAssets {

    private final AssetRefundClient client;

    RefundAssets(AssetRefundClient client) {
        this.client = client;
    }

    /** The formula for each card or recharge among the wishes; empty when there is none. Calls member-service. */
    Map<String, AssetFormula> quote(Order order, List<ReturnWish> wishes, Refund.Cause cause) {
        RefundBasis basis = RefundBasis.of(order);
        Map<String, AssetFormula> formulas = new HashMap<>();
        for (ReturnWish wish : wishes) {
            SoldLine line = basis.require(wish.lineId());
            if (line.isAsset()) {
                if (line.leftQuantity() == 0) {
                    throw RefundProblem.RETURN_TOO_MUCH.with("name", line.name(), "left", 0);
                }
                if (wish.quantity() != line.quantity()) {
                    throw RefundProblem.RETURN_WHOLE_LINE.with("name", line.name(), "quantity", line.quantity());
                }
                formulas.put(
                        line.lineId(),
                        client.quote(new AssetRefundClient.QuoteRequest(
                                order.id(), line.lineId(), line.kind(), cause.name(), line.paidMinor())));
            }
        }
        return formulas;
    }

    /** Freezes what is taken back; again changes nothing. */
    void freeze(Order order, Refund refund) {
        RefundBasis basis = RefundBasis.of(order);
        for (Refund.Line line : refund.lines()) {
            AssetFormula formula = line.formula();
            if (formula != null) {
                SoldLine sold = basis.require(Integer.toString(line.no()));
                AssetFormula ignored = client.freeze(new AssetRefundClient.FreezeRequest(
                        Long.toString(refund.id()),
                        order.id(),
                        sold.lineId(),
                        sold.kind(),
                        refund.asked().cause().name(),
                        sold.paidMinor(),
                        formula.refundMinor()));
            }
        }
    }

    void free(long refund) {
        client.free(Long.toString(refund));
    }
}
