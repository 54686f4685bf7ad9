package io.mendian.marketing.pricing;

import java.util.List;
import java.util.Objects;

/**
 * Says what each rule gives at a state of the basket, and what it could give at most with those behind it. Money and gift
 * pieces are one number, {@link #worth}: money times a scale, plus the pieces, which are always fewer than the scale.
 */
final class Outlook {

    private final Till till;
    private final List<Offer> offers;
    private final Tally tally;
    private final Prospects prospects;
    private final Till.Matching[] matchings;
    private final int mostMatching;
    private final boolean[] seesOnlyTotals;
    /** The rules that give pieces away; one that gives none at first never will. */
    private final boolean[] gives;

    private final long scale;

    Outlook(Till till, List<Offer> offers, Tally tally, long[] nets) {
        this.till = till;
        this.offers = offers;
        this.tally = tally;
        this.prospects = new Prospects(tally);
        int n = offers.size();
        this.matchings = offers.stream().map(till::matching).toArray(Till.Matching[]::new);
        this.seesOnlyTotals = new boolean[n];
        this.gives = new boolean[n];
        int most = 0;
        long pieces = 0;
        for (int j = 0; j < n; j++) {
            Benefit benefit = offers.get(j).benefit();
            most = Math.max(most, matchings[j].number() + 1);
            seesOnlyTotals[j] = benefit.seesOnlyTotals();
            long given = benefit.givesPieces(till.seen(matchings[j], nets));
            gives[j] = given > 0;
            pieces = Math.addExact(pieces, given);
        }
        this.mostMatching = most;
        this.scale = pieces + 1;
        Math.multiplyExact(Math.addExact(till.room(nets), 1), scale);
        if (tally.groups() > 0) {
            findPrices(nets);
        }
    }

    private void findPrices(long[] nets) {
        long[] value = new long[offers.size()];
        MatchingLines[] seen = new MatchingLines[mostMatching];
        for (int j = 0; j < value.length; j++) {
            value[j] = worth(j, seen(j, seen, nets));
        }
        prospects.findPrices(value);
    }

    long worth(Combination combination) {
        return combination.discount() * scale + combination.giftPieces();
    }

    /** The money in a worth. */
    long money(long worth) {
        return worth / scale;
    }

    /** What these rules give at these net amounts, and how far each could lead; sets that give less than {@code wanted} are no use. */
    Look look(int[] rules, long[] nets, long wanted) {
        Look look = new Look(rules.length);
        MatchingLines[] seen = new MatchingLines[mostMatching];
        for (int j : rules) {
            if (tally.admits(j)) {
                long value = worth(j, seen(j, seen, nets));
                if (value >= 0) {
                    look.add(j, value);
                }
            }
        }
        long room = till.room(nets);
        if (fill(look, seen, room, wanted) >= wanted && wanted > 0) {
            for (int p = 0; p < look.size(); p++) {
                if (look.value(p) >= 0 && look.value(p) + prospects.beside(look.rule(p)) < wanted) {
                    look.drop(p);
                }
            }
        }
        return look;
    }

    private MatchingLines seen(int j, MatchingLines[] seen, long[] nets) {
        int number = matchings[j].number();
        MatchingLines lines = seen[number];
        if (lines == null) {
            lines = till.seen(matchings[j], nets);
            seen[number] = lines;
        }
        return lines;
    }

    /** −1 when the rule gives nothing. */
    private long worth(int j, MatchingLines lines) {
        long value = Till.takesOff(offers.get(j), lines);
        long pieces = gives[j] ? offers.get(j).benefit().givesPieces(lines) : 0;
        return value > 0 || pieces > 0 ? value * scale + pieces : -1;
    }

    /**
     * Fills the bounds from the last rule backwards and gives the highest. A set that gives what is wanted and contains rule
     * j has taken, before j, all that j and those behind it cannot give; so much cheaper is what j finds.
     */
    private long fill(Look look, MatchingLines[] seen, long room, long wanted) {
        long mostAtAll = (room + 1) * scale - 1;
        long highest = 0;
        int coupons = 0;
        prospects.clear();
        for (int p = look.size() - 1; p >= 0; p--) {
            int j = look.rule(p);
            coupons += offers.get(j).isCoupon() ? 1 : 0;
            look.coupons(p, coupons);
            long behind = prospects.roughlyBehind(j);
            long value = cheaper(j, look.value(p), wanted - behind, seen, room);
            if (value >= 0 && value + behind >= wanted) {
                behind = prospects.behind(j);
                value = cheaper(j, value, wanted - behind, seen, room);
            }
            if (value < 0) {
                look.drop(p);
                continue;
            }
            long bound = Math.min(value + behind, mostAtAll);
            look.set(p, value, bound);
            highest = Math.max(highest, bound);
            prospects.add(j, value);
        }
        return highest;
    }

    /** What rule j is worth if a set is to give {@code least} from it on, or has taken the difference before it. */
    private long cheaper(int j, long value, long least, MatchingLines[] seen, long room) {
        long before = (least - value) / scale;
        if (before <= 0 || !seesOnlyTotals[j]) {
            return value;
        }
        MatchingLines lines = Objects.requireNonNull(seen[matchings[j].number()]);
        long here = before - (room - lines.room());
        return here <= 0 ? value : worth(j, lines.cheaperBy(here));
    }
}
