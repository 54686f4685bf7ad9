package io.mendian.marketing.pricing;

import io.mendian.kernel.Split;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points that pay, as a whole and by line; {@code less} says why they are fewer than wished. */
record PaidByPoints(
        long points,
        long minor,
        long[] pointsByLine,
        long[] minorByLine,
        @Nullable Text less) {

    /** The points that pay at these net amounts: lines that may not be discounted aside, and no line below its floor. */
    static PaidByPoints at(long[] nets, PointsTerms terms, List<BasketLine> lines, Till till, Cents cents) {
        long[] payable = new long[nets.length];
        long[] rooms = till.rooms(nets);
        long sum = 0;
        long room = 0;
        for (int i = 0; i < nets.length; i++) {
            payable[i] = lines.get(i).discountable() ? nets[i] : 0;
            sum += payable[i];
            room += rooms[i];
        }
        PointsAsCash paid = PointsAsCash.of(terms, sum, room, cents);
        long[] minor = paid.minor() == 0 ? new long[nets.length] : within(Split.byWeight(paid.minor(), payable), rooms);
        long[] points = paid.points() == 0 ? new long[nets.length] : Split.byWeight(paid.points(), minor);
        return new PaidByPoints(paid.points(), paid.minor(), points, minor, paid.lessBecause());
    }

    /** What a floor keeps out of one line goes to the others. */
    private static long[] within(long[] parts, long[] rooms) {
        long over = 0;
        long[] left = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            long cut = Math.max(0, parts[i] - rooms[i]);
            parts[i] -= cut;
            over += cut;
            left[i] = rooms[i] - parts[i];
        }
        if (over > 0) {
            long[] more = Split.byWeight(over, left);
            for (int i = 0; i < parts.length; i++) {
                parts[i] += more[i];
            }
        }
        return parts;
    }
}
