package io.mendian.order.refund;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.Split;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.RefundBasis.SoldLine;
import io.mendian.order.refund.client.CouponReturnClient;
import io.mendian.order.refund.client.RefundEffectsClient;
import io.mendian.order.store.Stores;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a return would do, before anything moves: asks the other services, changes nothing. */
@Component
public class PreviewRefund {

    private final RequestRefund requestRefund;
    private final RefundMaking making;
    private final RefundAssets assets;
    private final ProviderLimits limits;
    private final RefundEffectsClient effects;
    private final CouponReturnClient coupons;
    private final Stores stores;
    private final Clock clock;

    PreviewRefund(
            RequestRefund requestRefund,
            RefundMaking making,
            RefundAssets assets,
            ProviderLimits limits,
            RefundEffectsClient effects,
            CouponReturnClient coupons,
            Stores stores,
            Clock clock) {
        this.requestRefund = requestRefund;
        this.making = making;
        this.assets = assets;
        this.limits = limits;
        this.effects = effects;
        this.coupons = coupons;
        this.stores = stores;
        this.clock = clock;
    }

    /** {@code order} is one that the caller may see. */
    public RefundPreview preview(Order order, RequestRefund.Command command) {
        if (!order.status().isReturnable()) {
            throw OrderProblem.ORDER_NOT_PAID.with();
        }
        RefundWanted wanted = requestRefund.wanted(command);
        Refund refund = making.preview(
                order,
                wanted,
                assets.quote(order, wanted.wishes(), wanted.asked().cause()));
        RefundBasis basis = RefundBasis.of(order);
        boolean full = basis.lines().stream()
                .allMatch(line -> line.leftQuantity() == refund.pieces().getOrDefault(line.no(), 0L));
        List<String> unknown = new ArrayList<>();
        RefundEffectsClient.Effects member = order.head().member() == null
                ? null
                : asked("member-service", unknown, () -> effects.preview(event(order, refund, full)));
        List<CouponReturnClient.Coupon> used = full
                ? asked(
                        "marketing-service",
                        unknown,
                        () -> coupons.ofOrder(order.id().text()))
                : order.head().couponIds().stream()
                        .map(id -> new CouponReturnClient.Coupon(id, "", "NOT_YET", null))
                        .toList();
        return new RefundPreview(
                order.id(),
                refund.amounts().currency(),
                refund.amounts().amountMinor(),
                refund.amounts().feesMinor(),
                refund.amounts().pointsReturned(),
                full,
                making.needsApproval(basis, refund, order.state().refundedMinor()),
                refund.lines().stream().map(line -> line(basis, line)).toList(),
                refund.parts().stream().map(this::part).toList(),
                member,
                Objects.requireNonNullElse(used, List.of()),
                unknown);
    }

    private OrderRefunded event(Order order, Refund refund, boolean full) {
        Instant now = clock.instant();
        return RefundEvents.refunded(
                order,
                refund,
                Map.of(),
                full,
                now,
                stores.find(refund.store())
                        .orElseThrow(CommonProblem.NOT_FOUND::with)
                        .businessDateOf(now));
    }

    /** An answer that the preview can do without: missing, it is named as unknown. */
    private static <T> @Nullable T asked(String service, List<String> unknown, Supplier<T> question) {
        try {
            return question.get();
        } catch (ProblemException e) {
            unknown.add(service);
            return null;
        }
    }

    private static RefundPreview.Line line(RefundBasis basis, Refund.Line line) {
        SoldLine sold = basis.require(Integer.toString(line.no()));
        long list = Split.share(sold.listMinor(), sold.backQuantity() + line.quantity(), sold.quantity())
                - Split.share(sold.listMinor(), sold.backQuantity(), sold.quantity());
        return new RefundPreview.Line(
                sold.lineId(),
                sold.name(),
                line.quantity(),
                list,
                list - line.netMinor(),
                line.netMinor(),
                line.restock(),
                line.formula());
    }

    private RefundPreview.Part part(Refund.Part part) {
        int tender = Objects.requireNonNullElse(part.tenderNo(), 0);
        if (part.kind() != TenderKind.WECHAT_PAY) {
            return new RefundPreview.Part(tender, part.kind(), part.amountMinor(), null, null, null, List.of(), null);
        }
        ProviderLimits.Verdict verdict = limits.of(part.reference(), part.amountMinor());
        ProviderLimits.Stop stop = verdict.stop();
        return new RefundPreview.Part(
                tender,
                part.kind(),
                part.amountMinor(),
                part.how().way(),
                verdict.payerMinor() == part.amountMinor() ? null : verdict.payerMinor(),
                stop == null ? null : stop.name(),
                stop == null ? List.of() : List.of(RefundWay.CASH, RefundWay.STORED_VALUE, RefundWay.BANK),
                verdict.notBefore());
    }
}
