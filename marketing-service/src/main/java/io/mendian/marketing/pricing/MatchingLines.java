package io.mendian.marketing.pricing;

import io.mendian.kernel.Split;
import java.util.List;

/** The lines in a rule's scope, in canonical order, with what is still to be paid for each. */
public final class MatchingLines {

    private final List<BasketLine> lines;
    private final long[] nets;
    private final Cents cents;

    MatchingLines(List<BasketLine> lines, long[] nets, Cents cents) {
        this.lines = lines;
        this.nets = nets;
        this.cents = cents;
    }

    public int size() {
        return lines.size();
    }

    public BasketLine line(int i) {
        return lines.get(i);
    }

    public long net(int i) {
        return nets[i];
    }

    public long total() {
        long total = 0;
        for (long net : nets) {
            total += net;
        }
        return total;
    }

    public long pieces() {
        return lines.stream().mapToLong(BasketLine::quantity).sum();
    }

    /** An amount over all matching lines in proportion to what they cost now. */
    public long[] spread(long amount) {
        return Split.byWeight(amount, nets);
    }

    /** An amount as a person writes it, such as 2.10. */
    public String show(long minor) {
        return cents.show(minor);
    }
}
