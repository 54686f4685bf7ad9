package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.client.CouponReturnClient;
import io.mendian.order.refund.client.RefundEffectsClient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a return would do, before anything moves; amounts in fen. {@code member}: what becomes of points, level and stored
 * value. {@code unknown} names services that could not be asked, whose part of the answer is missing.
 */
public record RefundPreview(
        OrderId orderId,
        String currency,
        long amountMinor,
        long feesMinor,
        long pointsReturned,
        boolean full,
        boolean needsApproval,
        List<Line> lines,
        List<Part> parts,
        RefundEffectsClient.@Nullable Effects member,
        List<CouponReturnClient.Coupon> coupons,
        List<String> unknown) {

    /** Returned pieces: their list price, the discount that goes with them, what was paid for them. */
    public record Line(
            String lineId,
            String name,
            long quantity,
            long listMinor,
            long discountMinor,
            long netMinor,
            boolean restock,
            @Nullable AssetFormula formula) {}

    /**
     * The amount that goes back to one tender. {@code stop}: the provider no longer takes it back (TOO_OLD, TOO_OFTEN), so one
     * of {@code otherWays} has to be chosen; {@code notBefore}: when the provider's pause between two refunds is over;
     * {@code payerMinor}: the payer's own money in it, where he had used a coupon of the channel.
     */
    public record Part(
            int tenderNo,
            TenderKind kind,
            long amountMinor,
            @Nullable RefundWay way,
            @Nullable Long payerMinor,
            @Nullable String stop,
            List<RefundWay> otherWays,
            @Nullable Instant notBefore) {}
}
