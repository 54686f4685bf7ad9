package io.mendian.analytics.report;

/** Places in a sorted list: equal values share a place, and the next one counts on (1, 2, 2, 4). */
final class Ranks {

    private int seen;
    private int rank;
    private long previous;

    int of(long value) {
        seen++;
        if (seen == 1 || value != previous) {
            rank = seen;
        }
        previous = value;
        return rank;
    }
}
