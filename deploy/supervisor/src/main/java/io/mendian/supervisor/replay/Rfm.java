package io.mendian.supervisor.replay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The RFM table by the rule of docs/guides/rfm.md: quintiles by value boundaries, equal values always score equally. */
final class Rfm {

    private Rfm() {}

    /** The three scores, each 1 to 5, 5 the best. */
    record Score(int recency, int frequency, int monetary) implements Comparable<Score> {

        @Override
        public int compareTo(Score other) {
            return Integer.compare(
                    other.recency * 100 + other.frequency * 10 + other.monetary,
                    recency * 100 + frequency * 10 + monetary);
        }

        @Override
        public String toString() {
            return recency + "-" + frequency + "-" + monetary;
        }
    }

    private record Customer(long days, long orders, long amountMinor) {

        Customer plus(Customer other) {
            return new Customer(Math.min(days, other.days), orders + other.orders, amountMinor + other.amountMinor);
        }
    }

    /** How many customers have each combination of scores that occurs, best first. */
    static Map<Score, Long> table(Collection<Purchase> purchases, LocalDate at) {
        Map<String, Score> scores = scores(purchases, at);
        Map<Score, Long> table = new TreeMap<>();
        scores.values().forEach(score -> table.merge(score, 1L, Long::sum));
        return table;
    }

    static Map<String, Score> scores(Collection<Purchase> purchases, LocalDate at) {
        Map<String, Customer> customers = new HashMap<>();
        for (Purchase purchase : purchases) {
            if (!purchase.date().isAfter(at)) {
                long days = ChronoUnit.DAYS.between(purchase.date(), at);
                customers.merge(purchase.customer(), new Customer(days, 1, purchase.amountMinor()), Customer::plus);
            }
        }
        Collection<Customer> all = customers.values();
        long[] recency = boundaries(all.stream().mapToLong(Customer::days).toArray());
        long[] frequency = boundaries(all.stream().mapToLong(Customer::orders).toArray());
        long[] monetary =
                boundaries(all.stream().mapToLong(Customer::amountMinor).toArray());
        Map<String, Score> scores = new TreeMap<>();
        customers.forEach((name, c) -> scores.put(
                name, new Score(6 - step(c.days, recency), step(c.orders, frequency), step(c.amountMinor, monetary))));
        return scores;
    }

    /** The values at positions ceil(n × k / 5), k = 1 to 4, counted from 1. */
    static long[] boundaries(long[] values) {
        if (values.length == 0) {
            return new long[0];
        }
        Arrays.sort(values);
        long[] boundaries = new long[4];
        for (int k = 1; k <= 4; k++) {
            boundaries[k - 1] = values[(int) (((long) values.length * k + 4) / 5) - 1];
        }
        return boundaries;
    }

    /** 1 + the number of boundaries strictly below the value. */
    static int step(long value, long[] boundaries) {
        return 1
                + (int) Arrays.stream(boundaries)
                        .filter(boundary -> boundary < value)
                        .count();
    }
}
