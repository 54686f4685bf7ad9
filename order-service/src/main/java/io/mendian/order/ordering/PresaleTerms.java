package io.mendian.order.ordering;

import java.time.Instant;

/**
 * What was agreed with a pre-sale order: the deposit, when the balance may be paid ({@code balanceUntil} is not included),
 * and whether the deposit is kept when the customer lets that pass.
 */
public record PresaleTerms(
        String offerId,
        long pieces,
        long depositMinor,
        Instant balanceFrom,
        Instant balanceUntil,
        boolean keptWhenMissed) {

    /** What may be paid at an instant: exactly the deposit, then nothing until the window, then the rest. */
    long dueMinor(long coveredMinor, long remainingMinor, Instant now) {
        if (coveredMinor < depositMinor) {
            return depositMinor - coveredMinor;
        }
        return now.isBefore(balanceFrom) ? 0 : remainingMinor;
    }
}
