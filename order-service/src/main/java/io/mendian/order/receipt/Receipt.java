package io.mendian.order.receipt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says, whatever it is printed on; amounts in the smallest unit of {@code currency}, texts as the customer
 * reads them, times in the store's zone. {@code text} is the same on paper of 58 mm (32 columns).
 *
 * @param copy 0 is the original; every further print is a copy and says so
 * @param qr what the code on the receipt holds: the number by which it is found again
 */
public record Receipt(
        Kind kind,
        String storeName,
        String orderNo,
        @Nullable String refundNo,
        String time,
        @Nullable String till,
        @Nullable String staff,
        @Nullable String note,
        String status,
        String currency,
        List<Line> lines,
        Totals totals,
        List<Tender> tenders,
        Points points,
        int copy,
        String qr,
        String text) {

    /** Of a sale, or of what came back. */
    public enum Kind {
        SALE,
        REFUND
    }

    /** One line and what each rule took off it. */
    public record Line(
            String name,
            String unit,
            long quantity,
            long unitListMinor,
            long listMinor,
            long netMinor,
            List<Discount> discounts) {}

    /** What took something off, and how much (positive). */
    public record Discount(String name, long amountMinor) {}

    /** A fee of the order and its name. */
    public record Fee(String name, long amountMinor) {}

    /** list - discount + fees + rounding = payable; the tip is on top. */
    public record Totals(
            long listMinor,
            long discountMinor,
            List<Fee> fees,
            long roundingMinor,
            long payableMinor,
            long refundedMinor,
            long tipMinor) {}

    /** A means of payment by its name; cash with what was given and the change. */
    public record Tender(
            String name,
            long amountMinor,
            @Nullable Long receivedMinor,
            @Nullable Long changeMinor) {}

    /** Points given for this order and worth how much, or points that came back. */
    public record Points(long used, long usedMinor, long returned) {}

    Receipt withText(String rendered) {
        return new Receipt(
                kind, storeName, orderNo, refundNo, time, till, staff, note, status, currency, lines, totals, tenders,
                points, copy, qr, rendered);
    }

    Receipt asCopy(int number) {
        return new Receipt(
                kind, storeName, orderNo, refundNo, time, till, staff, note, status, currency, lines, totals, tenders,
                points, number, qr, text);
    }
}
