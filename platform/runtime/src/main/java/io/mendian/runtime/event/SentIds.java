package io.mendian.runtime.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows that the relay has sent since it last found the outbox empty, as runs of neighbouring ids. They are left out
 * when it reads on: those that wait for the broker's word, and those that are deleted but still have to be stepped over
 * inside the database. A row with a smaller id that is committed late lies between the runs and is read first.
 */
final class SentIds {

    /** More runs would make a slow condition; the oldest are forgotten, which at worst sends a row twice. */
    static final int MOST_RUNS = 24;

    private final TreeMap<Long, Long> runs = new TreeMap<>();
    private final int mostRuns;

    SentIds() {
        this(MOST_RUNS);
    }

    /** Forgets nothing of so many ids. */
    SentIds(int mostRuns) {
        this.mostRuns = mostRuns;
    }

    record Run(long first, long last) {}

    void add(long id) {
        long first = id;
        long last = id;
        Map.Entry<Long, Long> left = runs.floorEntry(id);
        if (left != null && left.getValue() >= id - 1) {
            first = left.getKey();
            last = Math.max(id, left.getValue());
        }
        Long right = runs.remove(last + 1);
        if (right != null) {
            last = right;
        }
        runs.put(first, last);
        if (runs.size() > mostRuns) {
            runs.pollFirstEntry();
        }
    }

    /** The ids that are not among them, as a condition on {@code id}, such as {@code id < 5 OR id > 9}. */
    String others() {
        if (runs.isEmpty()) {
            return "id > 0";
        }
        List<String> gaps = new ArrayList<>();
        long after = 0;
        for (Run run : runs()) {
            gaps.add("id > " + after + " AND id < " + run.first());
            after = run.last();
        }
        gaps.add("id > " + after);
        return String.join(" OR ", gaps);
    }

    /** These ids themselves, as a condition on {@code id}. */
    String these() {
        return String.join(
                " OR ",
                runs().stream()
                        .map(run -> "id BETWEEN " + run.first() + " AND " + run.last())
                        .toList());
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    List<Run> runs() {
        return runs.entrySet().stream()
                .map(run -> new Run(run.getKey(), run.getValue()))
                .toList();
    }
}
