package io.mendian.supervisor.replay;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Prints what the platform answers beside what the file says, and remembers whether any figure differs. */
final class Comparison {

    private final PrintStream out;
    private final int digits;
    private int differences;

    Comparison(PrintStream out, int digits) {
        this.out = out;
        this.digits = digits;
    }

    int differences() {
        return differences;
    }

    void print(Figures platform, Figures file) {
        out.printf(Locale.ROOT, "%n%-16s %18s %18s%n", "", "platform", "file");
        count("members", platform.members(), file.members());
        count("orders", platform.orders(), file.orders());
        count("pieces", platform.pieces(), file.pieces());
        money("revenue", platform.revenueMinor(), file.revenueMinor());
        out.printf(Locale.ROOT, "%nRevenue per month%n");
        Figures.Month none = new Figures.Month(0, 0);
        for (YearMonth month : union(platform.months().keySet(), file.months().keySet())) {
            money(
                    month.toString(),
                    platform.months().getOrDefault(month, none).revenueMinor(),
                    file.months().getOrDefault(month, none).revenueMinor());
            long orders = platform.months().getOrDefault(month, none).orders();
            if (orders != file.months().getOrDefault(month, none).orders()) {
                count(
                        "  orders",
                        orders,
                        file.months().getOrDefault(month, none).orders());
            }
        }
        out.printf(Locale.ROOT, "%nMembers by RFM scores (recency-frequency-monetary, 5 is best)%n");
        for (Rfm.Score score : union(platform.rfm().keySet(), file.rfm().keySet())) {
            count(
                    score.toString(),
                    platform.rfm().getOrDefault(score, 0L),
                    file.rfm().getOrDefault(score, 0L));
        }
    }

    void count(String name, long platform, long file) {
        row(name, String.format(Locale.ROOT, "%,d", platform), String.format(Locale.ROOT, "%,d", file));
    }

    void money(String name, long platform, long file) {
        row(name, amount(platform), amount(file));
    }

    private void row(String name, String platform, String file) {
        boolean equal = platform.equals(file);
        differences += equal ? 0 : 1;
        out.printf(Locale.ROOT, "%-16s %18s %18s  %s%n", name, platform, file, equal ? "=" : "DIFFERS");
    }

    private String amount(long minor) {
        return String.format(Locale.ROOT, "%,." + digits + "f", BigDecimal.valueOf(minor, digits));
    }

    private static <T extends Comparable<T>> Set<T> union(Set<T> a, Set<T> b) {
        Set<T> union = new TreeSet<>(a);
        union.addAll(b);
        return union;
    }
}
