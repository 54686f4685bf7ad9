package io.mendian.chain.chaos;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often who was killed. Counted is the death of a process that had become healthy; and of one that died at a point
 * before that, unless its last counted death was such a one too: a process that never comes up counts once.
 */
final class Deaths {

    private final Map<String, Integer> byName = new TreeMap<>();
    private final Set<String> diedEarly = new HashSet<>();
    private int counted;
    private int atPoints;
    private int uncounted;

    void died(String name, boolean healthy, boolean atPoint) {
        boolean counts = healthy || diedEarly.add(name);
        if (healthy) {
            diedEarly.remove(name);
        }
        if (counts) {
            counted++;
            atPoints += atPoint ? 1 : 0;
            byName.merge(name, 1, Integer::sum);
        } else {
            uncounted++;
        }
    }

    int counted() {
        return counted;
    }

    int atPoints() {
        return atPoints;
    }

    Map<String, Integer> byName() {
        return Map.copyOf(byName);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d at a point, %d more died again before they were healthy and are not counted (%s)",
                atPoints,
                uncounted,
                byName.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }
}
