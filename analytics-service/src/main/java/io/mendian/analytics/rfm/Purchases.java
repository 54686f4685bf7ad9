package io.mendian.analytics.rfm;

import java.util.Arrays;

/** Every member with a purchase, by rising key, in plain arrays: a million members take 32 MB and no garbage. */
final class Purchases {

    private long[] keys = new long[1024];
    private long[] days = new long[1024];
    private long[] orders = new long[1024];
    private long[] spend = new long[1024];
    private int size;

    void add(long key, long daysAgo, long orderCount, long spendMinor) {
        if (size == keys.length) {
            int more = size * 2;
            keys = Arrays.copyOf(keys, more);
            days = Arrays.copyOf(days, more);
            orders = Arrays.copyOf(orders, more);
            spend = Arrays.copyOf(spend, more);
        }
        keys[size] = key;
        days[size] = daysAgo;
        orders[size] = orderCount;
        spend[size] = spendMinor;
        size++;
    }

    int size() {
        return size;
    }

    /** The first place with a key above this one. */
    int after(long key) {
        int found = Arrays.binarySearch(keys, 0, size, key);
        return found >= 0 ? found + 1 : -found - 1;
    }

    Quintiles recency() {
        return Quintiles.of(Arrays.copyOf(days, size));
    }

    Quintiles frequency() {
        return Quintiles.of(Arrays.copyOf(orders, size));
    }

    Quintiles monetary() {
        return Quintiles.of(Arrays.copyOf(spend, size));
    }

    long key(int i) {
        return keys[i];
    }

    long days(int i) {
        return days[i];
    }

    long orders(int i) {
        return orders[i];
    }

    long spend(int i) {
        return spend[i];
    }
}
