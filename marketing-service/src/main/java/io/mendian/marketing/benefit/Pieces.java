package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.BasketLine;
import io.mendian.marketing.pricing.MatchingLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/**
 * The single pieces of lines, each with its share of what the line costs (shares differ by one smallest unit at most).
 * Kept as runs of equal pieces, so that ten thousand pieces cost no more than ten.
 */
final class Pieces {

    /** {@code count} pieces of line {@code line} that cost {@code price} each. */
    private record Run(int line, long price, long count) {}

    private final MatchingLines lines;
    private final List<Run> cheapestFirst;

    private Pieces(MatchingLines lines, List<Run> cheapestFirst) {
        this.lines = lines;
        this.cheapestFirst = cheapestFirst;
    }

    static Pieces of(MatchingLines lines) {
        return of(lines, line -> true);
    }

    static Pieces of(MatchingLines lines, Predicate<BasketLine> which) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!which.test(lines.line(i))) {
                continue;
            }
            long quantity = lines.line(i).quantity();
            long dearer = lines.net(i) % quantity;
            long price = lines.net(i) / quantity;
            if (dearer > 0) {
                runs.add(new Run(i, price + 1, dearer));
            }
            runs.add(new Run(i, price, quantity - dearer));
        }
        // the sort is stable: among equal prices the earlier line of the canonical order comes first
        runs.sort(Comparator.comparingLong(Run::price));
        return new Pieces(lines, runs);
    }

    /** Takes {@code off(price)} off each of the {@code count} cheapest pieces; gives the cut by line. */
    long[] cutCheapest(long count, LongUnaryOperator off) {
        return cut(cheapestFirst, count, off);
    }

    long[] cutDearest(long count, LongUnaryOperator off) {
        return cut(cheapestFirst.reversed(), count, off);
    }

    private long[] cut(List<Run> order, long count, LongUnaryOperator off) {
        long[] cuts = new long[lines.size()];
        long left = count;
        for (Run run : order) {
            long taken = Math.min(left, run.count);
            cuts[run.line] += Math.multiplyExact(taken, off.applyAsLong(run.price));
            left -= taken;
        }
        return cuts;
    }

    /**
     * What is saved when each of the {@code groups} dearest groups of {@code size} pieces costs {@code price} in all; one that
     * is cheaper already saves nothing. Adds to {@code costs} what the pieces of the others cost, by line.
     */
    long savingOfGroups(long size, long groups, long price, long[] costs) {
        long saving = 0;
        long[] open = new long[costs.length];
        long openPieces = 0;
        long openCost = 0;
        long left = groups * size;
        for (Run run : cheapestFirst.reversed()) {
            long rest = Math.min(run.count, left);
            left -= rest;
            while (rest > 0) {
                // whole groups of one run are alike
                long alike = openPieces == 0 ? rest / size : 0;
                long taken = alike > 0 ? alike * size : Math.min(rest, size - openPieces);
                rest -= taken;
                openPieces += taken;
                openCost = Math.addExact(openCost, Math.multiplyExact(taken, run.price));
                open[run.line] += taken * run.price;
                if (openPieces % size == 0) {
                    long saved = openCost - Math.multiplyExact(price, openPieces / size);
                    for (int i = 0; saved > 0 && i < costs.length; i++) {
                        costs[i] += open[i];
                    }
                    saving += Math.max(0, saved);
                    Arrays.fill(open, 0);
                    openPieces = 0;
                    openCost = 0;
                }
            }
        }
        return saving;
    }

    long count() {
        return cheapestFirst.stream().mapToLong(Run::count).sum();
    }
}
