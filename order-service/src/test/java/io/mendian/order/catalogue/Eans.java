package io.mendian.order.catalogue;

import java.util.concurrent.ThreadLocalRandom;

/** Barcodes and codes that no other test uses. */
public final class Eans {

    private Eans() {}

    public static String next() {
        String digits =
                "69" + String.format("%010d", ThreadLocalRandom.current().nextLong(10_000_000_000L)) + "0";
        return digits.substring(0, 12) + Barcode.checkDigit(digits);
    }

    public static String code(String prefix) {
        return prefix + "-" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }
}
