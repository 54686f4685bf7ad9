package io.mendian.marketing.seat;

/**
 * What came of an offer: groups that were opened (by a payment), run, filled and failed; seats held, paid (those that came back too), returned
 * and short; pieces kept; money that came in with its orders and went back, in the smallest unit; bargains begun and bought.
 */
public record OfferFigures(
        String offerId,
        long groupsOpened,
        long groupsOpen,
        long groupsFilled,
        long groupsFailed,
        long seatsHeld,
        long seatsPaid,
        long seatsReturned,
        long seatsShort,
        long piecesKept,
        long paidMinor,
        long backMinor,
        long bargainsBegun,
        long bargainsBought) {}
