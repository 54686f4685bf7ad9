package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One count of a drawer; {@code denominations} where it was counted note by note. Every count of a shift is kept. */
public record Count(
        StaffId by,
        Instant at,
        long countedMinor,
        long differenceMinor,
        @Nullable List<Pieces> denominations) {

    /** So many notes or coins of one value (smallest unit). */
    public record Pieces(long valueMinor, long pieces) {}

    static long sum(List<Pieces> denominations) {
        return denominations.stream()
                .mapToLong(one -> Math.multiplyExact(one.valueMinor(), one.pieces()))
                .reduce(0, Math::addExact);
    }
}
