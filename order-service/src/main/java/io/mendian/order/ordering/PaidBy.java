package io.mendian.order.ordering;

import io.mendian.kernel.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of an order's amount and how it was paid. {@code reference} names the payment: the same reference covers an order
 * only once. {@code refundedMinor} counts from the moment a refund was asked for. {@code label} is what a booked receipt says,
 * or the card whose uses paid; {@code valueMinor} what these uses had cost when the card was sold.
 */
public record PaidBy(
        int no,
        TenderKind kind,
        long amountMinor,
        String reference,
        @Nullable Long receivedMinor,
        @Nullable Long changeMinor,
        @Nullable StaffId staff,
        Instant takenAt,
        long refundedMinor,
        @Nullable String label,
        @Nullable Long valueMinor) {

    /** A payment that needs no label. */
    public PaidBy(
            int no,
            TenderKind kind,
            long amountMinor,
            String reference,
            @Nullable Long receivedMinor,
            @Nullable Long changeMinor,
            @Nullable StaffId staff,
            Instant takenAt,
            long refundedMinor) {
        this(no, kind, amountMinor, reference, receivedMinor, changeMinor, staff, takenAt, refundedMinor, null, null);
    }

    /** Cash over the counter; refuses to be less than the amount. */
    public static PaidBy cash(long amountMinor, long receivedMinor, String reference, StaffId staff, Instant at) {
        if (receivedMinor < amountMinor) {
            throw OrderProblem.CASH_TOO_LITTLE.with("receivedMinor", receivedMinor, "amountMinor", amountMinor);
        }
        return new PaidBy(
                0, TenderKind.CASH, amountMinor, reference, receivedMinor, receivedMinor - amountMinor, staff, at, 0);
    }

    public static PaidBy weChat(long amountMinor, String reference, Instant at) {
        return new PaidBy(0, TenderKind.WECHAT_PAY, amountMinor, reference, null, null, null, at, 0);
    }

    static PaidBy storedValue(long amountMinor, String reference, Instant at) {
        return new PaidBy(0, TenderKind.STORED_VALUE, amountMinor, reference, null, null, null, at, 0);
    }

    static PaidBy exchange(long amountMinor, String reference, Instant at) {
        return new PaidBy(0, TenderKind.EXCHANGE, amountMinor, reference, null, null, null, at, 0);
    }

    static PaidBy giftCard(long amountMinor, String giftCardId, Instant at) {
        return new PaidBy(0, TenderKind.GIFT_CARD, amountMinor, giftCardId, null, null, null, at, 0);
    }

    /** A line paid by a card, and what the uses had cost when the card was sold. */
    static PaidBy cardUse(OrderedLine line, String cardId, long valueMinor, Instant at) {
        return new PaidBy(
                0, TenderKind.CARD_USE, line.netMinor(), line.lineId(), null, null, null, at, 0, cardId, valueMinor);
    }

    /** Money taken outside; {@code label} says where. */
    public static PaidBy booked(long amountMinor, String reference, String label, @Nullable StaffId staff, Instant at) {
        return new PaidBy(0, TenderKind.BOOKED, amountMinor, reference, null, null, staff, at, 0, label, null);
    }

    PaidBy numbered(int number) {
        return new PaidBy(
                number,
                kind,
                amountMinor,
                reference,
                receivedMinor,
                changeMinor,
                staff,
                takenAt,
                refundedMinor,
                label,
                valueMinor);
    }
}
