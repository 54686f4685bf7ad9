package io.mendian.marketing.pricing;

import java.util.Arrays;

/** What the rules of a layer can give together at most: the gains of its categories, largest first. */
final class LayerHope {

    private long[] gain = new long[16];
    private int[] category = new int[16];
    private int size;
    /** The answer to the last {@link #most(int)}, and its room; −1: there is none. */
    private int knownRoom = -1;

    private long known;

    void clear() {
        size = 0;
        knownRoom = -1;
    }

    /** Sets the gains of one category. */
    void replace(int of, long[] gains) {
        knownRoom = -1;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (category[i] != of) {
                gain[kept] = gain[i];
                category[kept++] = category[i];
            }
        }
        size = kept;
        for (long each : gains) {
            insert(of, each);
        }
    }

    private void insert(int of, long value) {
        if (size == gain.length) {
            gain = Arrays.copyOf(gain, 2 * size);
            category = Arrays.copyOf(category, 2 * size);
        }
        int at = size++;
        while (at > 0 && gain[at - 1] < value) {
            gain[at] = gain[at - 1];
            category[at] = category[at - 1];
            at--;
        }
        gain[at] = value;
        category[at] = of;
    }

    /** The largest {@code room} gains together. */
    long most(int room) {
        if (room != knownRoom) {
            long sum = 0;
            for (int i = 0; i < Math.min(size, room); i++) {
                sum += gain[i];
            }
            known = sum;
            knownRoom = room;
        }
        return known;
    }

    /** The same with {@code beside}, largest first, in the place of one category. */
    long most(int room, int without, long[] beside) {
        long sum = 0;
        int left = room;
        int next = 0;
        for (int i = 0; i < size && left > 0; i++) {
            if (category[i] == without) {
                continue;
            }
            while (next < beside.length && beside[next] > gain[i] && left > 0) {
                sum += beside[next++];
                left--;
            }
            if (left > 0) {
                sum += gain[i];
                left--;
            }
        }
        while (next < beside.length && left > 0) {
            sum += beside[next++];
            left--;
        }
        return sum;
    }
}
