package io.mendian.marketing.pricing;

import io.mendian.kernel.Split;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The basket's lines in canonical order with their floors; applies one rule to given net amounts and never takes a line below its floor. */
final class Till {

    private final List<BasketLine> lines;
    private final long[] floors;
    private final Cents cents;
    private final Map<Offer, Matching> matchings = new IdentityHashMap<>();

    /** The lines in a rule's scope and their places in the basket. */
    private record Matching(int[] places, List<BasketLine> lines) {}

    Till(List<BasketLine> canonical, Cents cents) {
        this.lines = canonical;
        this.floors = canonical.stream()
                .mapToLong(line -> line.discountable() ? line.floorMinor() : Long.MAX_VALUE)
                .toArray();
        this.cents = cents;
    }

    /** A step, or why there is none. */
    sealed interface Tried {
        record Applies(Step step) implements Tried {}

        record Refused(Outcome.Lacking why) implements Tried {}
    }

    Tried tryOn(Offer offer, long[] nets) {
        Matching matching = matchings.computeIfAbsent(offer, this::matching);
        if (matching.lines.isEmpty()) {
            return refused("NO_MATCHING_GOODS", "没有适用的商品", "Nothing in the basket is in its scope");
        }
        long[] own = new long[matching.places.length];
        for (int m = 0; m < own.length; m++) {
            own[m] = nets[matching.places[m]];
        }
        return switch (offer.benefit().on(new MatchingLines(matching.lines, own, cents))) {
            case Outcome.Lacking lacking -> new Tried.Refused(lacking);
            case Outcome.Given given -> given(offer, given, matching.places, nets);
        };
    }

    private Matching matching(Offer offer) {
        int[] places = IntStream.range(0, lines.size())
                .filter(i -> offer.scope().includes(lines.get(i)))
                .toArray();
        return new Matching(places, Arrays.stream(places).mapToObj(lines::get).toList());
    }

    private Tried given(Offer offer, Outcome.Given given, int[] matching, long[] nets) {
        long[] cuts = withinRoom(given.parts(), matching, nets);
        Step step = new Step(offer, cuts, given.gifts(), given.next());
        if (step.discount() == 0 && step.giftPieces() == 0) {
            return refused("NOTHING_LEFT", "没有可再优惠的金额", "There is nothing left to take off");
        }
        return new Tried.Applies(step);
    }

    /** What a floor cuts off goes to the other matching lines as far as they can take it. */
    private long[] withinRoom(long[] parts, int[] matching, long[] nets) {
        long[] cuts = new long[lines.size()];
        long[] room = new long[matching.length];
        long over = 0;
        for (int m = 0; m < matching.length; m++) {
            int i = matching[m];
            long most = nets[i] - Math.min(nets[i], floors[i]);
            cuts[i] = Math.min(parts[m], most);
            room[m] = most - cuts[i];
            over += parts[m] - cuts[i];
        }
        long rest = Math.min(over, Arrays.stream(room).sum());
        if (rest > 0) {
            long[] more = Split.byWeight(rest, room);
            for (int m = 0; m < matching.length; m++) {
                cuts[matching[m]] += more[m];
            }
        }
        return cuts;
    }

    /** What all rules together could still take off at most. */
    long room(long[] nets) {
        long room = 0;
        for (int i = 0; i < nets.length; i++) {
            room += nets[i] - Math.min(nets[i], floors[i]);
        }
        return room;
    }

    static long[] minus(long[] nets, long[] cuts) {
        long[] rest = nets.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= cuts[i];
        }
        return rest;
    }

    private static Tried refused(String code, String zh, String en) {
        return new Tried.Refused(new Outcome.Lacking(code, new Text(zh, en), null));
    }
}
