package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.order.store.Store;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * Order numbers that a person can read out: store code, local date, and ten letters that come from the order's id
 * (milliseconds of the day and the id's lower bits), so that no counter has to be locked.
 */
final class OrderNumbers {

    /** Crockford's alphabet: nothing in it looks like something else. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final long MILLIS_OF_DAY = 86_400_000L;

    private OrderNumbers() {}

    static String of(OrderId id, Store store, Instant placedAt) {
        long lower = id.value() & ((1L << 22) - 1);
        long bits = Math.floorMod(id.value() >> 22, MILLIS_OF_DAY) << 22 | lower;
        StringBuilder letters = new StringBuilder();
        for (int i = 9; i >= 0; i--) {
            letters.append(LETTERS.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return store.code() + "-" + DAY.format(placedAt.atZone(store.day().zone())) + "-" + letters;
    }
}
