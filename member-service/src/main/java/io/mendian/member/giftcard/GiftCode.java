package io.mendian.member.giftcard;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The secret code of a gift card: 15 random signs of a 32-letter alphabet without I, L, O and U (75 bits), and a check
 * sign (Luhn, base 32), shown in groups of four.
 */
final class GiftCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BODY = 15;

    private GiftCode() {}

    static String random() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < BODY; i++) {
            body.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return body.append(checkSign(body)).toString();
    }

    /** What a person typed, in the one form that is hashed. */
    static String normalized(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Whether a normalized text can be a code at all. */
    static boolean isWellFormed(String code) {
        return code.length() == BODY + 1
                && code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                && code.charAt(BODY) == checkSign(code.substring(0, BODY));
    }

    static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    private static char checkSign(CharSequence body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int value = SIGNS.indexOf(body.charAt(body.length() - 1 - i));
            int twice = value * 2;
            sum += i % 2 == 0 ? twice / 32 + twice % 32 : value;
        }
        return SIGNS.charAt((32 - sum % 32) % 32);
    }
}
