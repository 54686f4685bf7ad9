package io.mendian.chain;

import java.util.concurrent.ThreadLocalRandom;

/** Barcodes. */
final class Ean {

    private Ean() {}

    /** An EAN-13 with a right check digit. */
    static String random() {
        String digits = "69" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
        return digits + check(digits);
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }
}
