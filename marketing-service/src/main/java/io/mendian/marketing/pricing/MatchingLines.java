package io.mendian.marketing.pricing;

import io.mendian.kernel.Split;
import java.util.List;

/** The lines in a rule's scope, in canonical order, with what is still to be paid for each. */
public final class MatchingLines {

    private final List<BasketLine> lines;
    private final long[] nets;
    private final Cents cents;
    private final long pieces;
    private final long room;
    private final long total;

    /** {@code room}: what rules may still take off these lines in all. */
    MatchingLines(List<BasketLine> lines, long[] nets, long pieces, long room, Cents cents) {
        this.lines = lines;
        this.nets = nets;
        this.pieces = pieces;
        this.room = room;
        this.cents = cents;
        long sum = 0;
        for (long net : nets) {
            sum += net;
        }
        this.total = sum;
    }

    private MatchingLines(MatchingLines from, long less) {
        this.lines = from.lines;
        this.nets = from.nets;
        this.pieces = from.pieces;
        this.cents = from.cents;
        this.room = Math.max(0, from.room - less);
        this.total = Math.max(0, from.total - less);
    }

    /** These lines when together they cost {@code less} less; for benefits that see only totals. */
    MatchingLines cheaperBy(long less) {
        return new MatchingLines(this, less);
    }

    public int size() {
        return nets.length;
    }

    public BasketLine line(int i) {
        return lines.get(i);
    }

    public long net(int i) {
        return nets[i];
    }

    public long total() {
        return total;
    }

    public long pieces() {
        return pieces;
    }

    long room() {
        return room;
    }

    /** An amount over all matching lines in proportion to what they cost now. */
    public long[] spread(long amount) {
        return Split.byWeight(amount, nets);
    }

    /** An amount as a person says it, such as 2.10 元 and 2.10. */
    public Text show(long minor) {
        return cents.text(minor);
    }
}
