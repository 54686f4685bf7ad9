package io.mendian.order.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the labels of one in-store prefix (GS1 restricted circulation, 20 to 29) are read. In the pattern digits are fixed, I
 * is the item, W the weight, P the price, X is not read, C the check digit over all before it (weights 3 and 1 from the right).
 *
 * @param weightUnit grams of one step of W
 * @param priceUnit smallest currency units of one step of P
 */
public record ScaleLayout(String pattern, int weightUnit, int priceUnit) {

    private static final String ALLOWED = "2[0-9][0-9IWPX]{10,15}C";

    /** What a label says. */
    record Reading(
            long item, @Nullable Long grams, @Nullable Long priceMinor) {}

    public String prefix() {
        return pattern.substring(0, 2);
    }

    /** Why this pattern cannot be used, or nothing. */
    Optional<String> fault() {
        if (!pattern.matches(ALLOWED) || (pattern.length() != 13 && pattern.length() != 18)) {
            return Optional.of("13 or 18 places: 20 to 29, then I W P X or digits, C at the end");
        }
        if (!isOneRun('I', 4, 6) || !isOneRun('W', 0, 6) || !isOneRun('P', 0, 7)) {
            return Optional.of("I stands 4 to 6 times in a row, W at most 6, P at most 7");
        }
        if (!pattern.contains("W") && !pattern.contains("P")) {
            return Optional.of("W or P is missing");
        }
        return Optional.empty();
    }

    private boolean isOneRun(char letter, int least, int most) {
        int first = pattern.indexOf(letter);
        int count = first < 0 ? 0 : pattern.lastIndexOf(letter) - first + 1;
        long letters = pattern.chars().filter(one -> one == letter).count();
        return letters == count && count >= least && count <= most;
    }

    boolean fits(String barcode) {
        if (barcode.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < barcode.length(); i++) {
            char wanted = pattern.charAt(i);
            char digit = barcode.charAt(i);
            if (digit < '0' || digit > '9' || (wanted >= '0' && wanted <= '9' && wanted != digit)) {
                return false;
            }
        }
        return true;
    }

    /** Reads a label that fits and whose check digit is right. */
    Reading read(String barcode) {
        Long weight = part(barcode, 'W');
        Long price = part(barcode, 'P');
        Long item = part(barcode, 'I');
        return new Reading(
                item == null ? 0 : item,
                weight == null ? null : Long.valueOf(weight * weightUnit),
                price == null ? null : Long.valueOf(price * priceUnit));
    }

    private @Nullable Long part(String barcode, char letter) {
        int from = pattern.indexOf(letter);
        return from < 0 ? null : Long.valueOf(barcode.substring(from, pattern.lastIndexOf(letter) + 1));
    }
}
