package io.mendian.marketing.pricing;

import io.mendian.kernel.Split;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The basket's lines in canonical order with their floors; applies one rule to given net amounts and never takes a line below its floor. */
final class Till {

    private final List<BasketLine> lines;
    private final long[] floors;
    private final Cents cents;
    private final Map<Scope, Matching> byScope = new IdentityHashMap<>();
    private final Map<BitSet, Matching> byLines = new HashMap<>();

    /** The lines that one or more rules match, where they stand in the basket, and a number to know them by. */
    record Matching(int number, int[] places, List<BasketLine> lines, long pieces) {}

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

    Matching matching(Offer offer) {
        Matching known = byScope.get(offer.scope());
        if (known == null) {
            known = matching(offer.scope());
            byScope.put(offer.scope(), known);
        }
        return known;
    }

    private Matching matching(Scope scope) {
        BitSet set = new BitSet(lines.size());
        IntStream.range(0, lines.size())
                .filter(i -> scope.includes(lines.get(i)))
                .forEach(set::set);
        return byLines.computeIfAbsent(set, any -> {
            int[] places = set.stream().toArray();
            List<BasketLine> matched =
                    Arrays.stream(places).mapToObj(lines::get).toList();
            return new Matching(
                    byLines.size(),
                    places,
                    matched,
                    matched.stream().mapToLong(BasketLine::quantity).sum());
        });
    }

    /** The matching lines as they stand at these net amounts. */
    MatchingLines seen(Matching matching, long[] nets) {
        int[] places = matching.places;
        long[] own = new long[places.length];
        long room = 0;
        for (int m = 0; m < own.length; m++) {
            int i = places[m];
            own[m] = nets[i];
            room += nets[i] - Math.min(nets[i], floors[i]);
        }
        return new MatchingLines(matching.lines, own, matching.pieces, room, cents);
    }

    /** What a rule takes off in all: the floors of its lines may cut it short, but only all of them together. */
    static long takesOff(Offer offer, MatchingLines seen) {
        return seen.size() == 0 || seen.room() == 0
                ? 0
                : Math.min(seen.room(), offer.benefit().takesOff(seen));
    }

    Tried tryOn(Offer offer, long[] nets) {
        Matching matching = matching(offer);
        if (matching.lines.isEmpty()) {
            return refused("NO_MATCHING_GOODS", "没有适用的商品", "Nothing in the basket is in its scope");
        }
        return switch (offer.benefit().on(seen(matching, nets))) {
            case Outcome.Lacking lacking -> new Tried.Refused(lacking);
            case Outcome.Given given -> given(offer, given, matching.places, nets);
        };
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
        long left = 0;
        for (int m = 0; m < matching.length; m++) {
            int i = matching[m];
            long most = nets[i] - Math.min(nets[i], floors[i]);
            cuts[i] = Math.min(parts[m], most);
            room[m] = most - cuts[i];
            left += room[m];
            over += parts[m] - cuts[i];
        }
        long rest = Math.min(over, left);
        if (rest > 0) {
            long[] more = Split.byWeight(rest, room);
            for (int m = 0; m < matching.length; m++) {
                cuts[matching[m]] += more[m];
            }
        }
        return cuts;
    }

    /** What may still come off each line, by rules or by points. */
    long[] rooms(long[] nets) {
        long[] rooms = new long[nets.length];
        for (int i = 0; i < nets.length; i++) {
            rooms[i] = nets[i] - Math.min(nets[i], floors[i]);
        }
        return rooms;
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
