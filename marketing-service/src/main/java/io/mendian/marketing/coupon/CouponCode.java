package io.mendian.marketing.coupon;

import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A printed code: a prefix, ten random signs, one check sign (Luhn modulo 32). The alphabet leaves out I, L, O and U; the
 * check sign finds every single wrong sign, so a mistyped code is told apart from an unknown one without asking the database.
 */
public record CouponCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_SIGNS = 10;

    static CouponCode next(String prefix, SecureRandom random) {
        StringBuilder code = new StringBuilder(prefix);
        for (int i = 0; i < RANDOM_SIGNS; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new CouponCode(code.append(checkSign(code)).toString());
    }

    /** What a person typed; null when it cannot be a code. Case, spaces and dashes do not matter, O counts as 0, I and L as 1. */
    public static @Nullable CouponCode parse(String typed) {
        String text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (text.length() <= RANDOM_SIGNS
                || text.length() > 32
                || !text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return null;
        }
        CharSequence body = text.subSequence(0, text.length() - 1);
        return text.charAt(text.length() - 1) == checkSign(body) ? new CouponCode(text) : null;
    }

    private static char checkSign(CharSequence body) {
        int base = ALPHABET.length();
        int sum = 0;
        int factor = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            int addend = factor * ALPHABET.indexOf(body.charAt(i));
            sum += addend / base + addend % base;
            factor = 3 - factor;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }
}
