package io.mendian.member.prepaid;

import java.time.LocalDate;

/**
 * What a refund is reckoned from; amounts in the smallest currency unit.
 *
 * @param paidMinor what the consumer paid
 * @param dealMinor what was promised for it: paid and given, never below what was paid
 * @param consumedDeal what was consumed, in the deal's own values
 * @param consumedList what was consumed, at the price before the discount
 * @param untouched nothing was used
 */
record RefundCase(
        long paidMinor,
        long dealMinor,
        Fraction consumedDeal,
        Fraction consumedList,
        boolean untouched,
        LocalDate paidOn,
        LocalDate today) {}
