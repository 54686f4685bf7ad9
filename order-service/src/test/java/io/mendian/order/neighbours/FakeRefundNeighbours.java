package io.mendian.order.neighbours;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.order.refund.AssetFormula;
import io.mendian.order.refund.client.AssetRefundClient;
import io.mendian.order.refund.client.CouponReturnClient;
import io.mendian.order.refund.client.RefundEffectsClient;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.testkit.NeighbourContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** What refunds ask of member- and marketing-service: formulas for cards and recharges, what is frozen, what would happen. */
@Component
@Primary
public class FakeRefundNeighbours implements AssetRefundClient, RefundEffectsClient, CouponReturnClient {

    private final Map<String, AssetFormula> formulas = new ConcurrentHashMap<>();
    private final Map<String, FreezeRequest> frozen = new ConcurrentHashMap<>();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    private final NeighbourContract contract;

    FakeRefundNeighbours(NeighbourContract contract) {
        this.contract = contract;
    }

    /** The next refunds of this order's asset line give so much. */
    public void gives(String order, String line, long refundMinor) {
        formulas.put(
                order + "/" + line,
                new AssetFormula(
                        refundMinor,
                        "CONSUMER_REASON",
                        List.of(new AssetFormula.Step("实付", "paid", refundMinor, null)),
                        new AssetFormula.TakesBack(refundMinor, 0, 0)));
    }

    /** Something of this order was used between the quote and the request. */
    public void usedMeanwhile(String order) {
        changed.add(order);
    }

    public void away(boolean is) {
        away = is;
    }

    public boolean isFrozen(String refund) {
        return frozen.keySet().stream().anyMatch(key -> key.startsWith(refund + "/"));
    }

    @Override
    public AssetFormula quote(QuoteRequest request) {
        contract.posted("member-service", "/internal/v1/asset-refunds/quote", request);
        return formulas.getOrDefault(
                request.orderId().text() + "/" + request.lineId(),
                new AssetFormula(request.paidMinor(), "SEVEN_DAYS", List.of(), null));
    }

    @Override
    public AssetFormula freeze(FreezeRequest request) {
        contract.posted("member-service", "/internal/v1/asset-refunds", request);
        if (away) {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "member-service");
        }
        AssetFormula now = quote(new QuoteRequest(
                request.orderId(), request.lineId(), request.kind(), request.cause(), request.paidMinor()));
        if (now.refundMinor() != request.expectedRefundMinor()
                || changed.contains(request.orderId().text())) {
            throw new FakeMembers.Refusal("ASSET_REFUND_CHANGED", 409).with("refundMinor", now.refundMinor());
        }
        frozen.put(request.refundId() + "/" + request.lineId(), request);
        return now;
    }

    @Override
    public void free(String refundId) {
        if (away) {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "member-service");
        }
        frozen.keySet().removeIf(key -> key.startsWith(refundId + "/"));
    }

    @Override
    public Effects preview(OrderRefunded refund) {
        contract.posted("member-service", "/internal/v1/refund-previews", refund);
        return new Effects(
                refund.amountMinor() / 100,
                0,
                List.of(new Lot(refund.pointsReturned(), Instant.EPOCH)),
                "GOLD",
                "SILVER",
                0,
                0);
    }

    @Override
    public List<Coupon> ofOrder(String orderId) {
        return List.of(new Coupon("1", "满减", "EXPIRED", Instant.EPOCH));
    }
}
