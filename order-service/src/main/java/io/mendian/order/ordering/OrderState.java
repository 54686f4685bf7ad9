package io.mendian.order.ordering;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an order stands. Refunds count from the moment they were asked for; those done are counted besides. Tips are in no amount. */
public record OrderState(
        OrderStatus status,
        @Nullable String reason,
        @Nullable String failure,
        long coveredMinor,
        long refundedMinor,
        long refundedDoneMinor,
        long pointsReturned,
        @Nullable Instant paidAt,
        @Nullable LocalDate businessDate,
        @Nullable Instant endedAt,
        FulfilmentStatus fulfilment,
        long tipMinor,
        long keptMinor) {

    static OrderState placing() {
        return new OrderState(
                OrderStatus.PLACING, null, null, 0, 0, 0, 0, null, null, null, FulfilmentStatus.WAITING, 0, 0);
    }

    OrderState with(OrderStatus nextStatus, long covered, FulfilmentStatus handed, long tips) {
        return new OrderState(
                nextStatus,
                reason,
                failure,
                covered,
                refundedMinor,
                refundedDoneMinor,
                pointsReturned,
                paidAt,
                businessDate,
                endedAt,
                handed,
                tips,
                keptMinor);
    }

    OrderState paid(Instant now, LocalDate day, FulfilmentStatus handed) {
        return new OrderState(
                status.to(OrderStatus.PAID),
                null,
                null,
                coveredMinor,
                0,
                0,
                0,
                now,
                day,
                null,
                fulfilment.to(handed),
                0,
                0);
    }

    /** Ended unpaid; {@code kept} of what covered it does not go back. */
    OrderState cancelled(String why, @Nullable String failed, Instant now, long kept) {
        return new OrderState(
                status.to(OrderStatus.CANCELLED),
                why,
                failed,
                coveredMinor,
                0,
                0,
                0,
                null,
                null,
                now,
                fulfilment.to(FulfilmentStatus.ENDED),
                0,
                kept);
    }
}
