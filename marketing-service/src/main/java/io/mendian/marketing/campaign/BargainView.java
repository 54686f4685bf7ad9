package io.mendian.marketing.campaign;

import java.time.Instant;

/** A bargain as whoever has its link sees it; it names no person. Amounts in the smallest unit. */
public record BargainView(
        String bargainId,
        String offerId,
        BargainState state,
        long startMinor,
        long floorMinor,
        long priceMinor,
        int cutsMade,
        int cutsMost,
        Instant endsAt,
        boolean running) {

    static BargainView of(BargainRow row, Instant now) {
        return new BargainView(
                Long.toString(row.id()),
                Long.toString(row.offerId()),
                row.state(),
                row.startMinor(),
                row.floorMinor(),
                row.priceMinor(),
                row.cutsMade(),
                row.cutsMost(),
                row.endsAt(),
                row.state() == BargainState.OPEN && now.isBefore(row.endsAt()));
    }
}
