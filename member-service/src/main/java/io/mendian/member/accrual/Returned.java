package io.mendian.member.accrual;

import java.util.Map;
import java.util.TreeMap;

/** What of an order has come back, line by line; the order in which it came back leaves no trace. */
public record Returned(Map<String, Back> lines) {

    public static final Returned NOTHING = new Returned(Map.of());

    private static final Back NONE = new Back(0, 0);

    public Returned {
        lines = Map.copyOf(lines);
    }

    /** Pieces and net amount of a line that came back. */
    public record Back(long quantity, long netMinor) {}

    public Returned plus(String lineId, long quantity, long netMinor) {
        Map<String, Back> more = new TreeMap<>(lines);
        more.merge(
                lineId,
                new Back(quantity, netMinor),
                (a, b) ->
                        new Back(Math.addExact(a.quantity(), b.quantity()), Math.addExact(a.netMinor(), b.netMinor())));
        return new Returned(more);
    }

    Back of(String lineId) {
        return lines.getOrDefault(lineId, NONE);
    }
}
