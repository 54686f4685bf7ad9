package io.mendian.member.membercode;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * What the member shows: 18 digits, 90 in front (a payment code begins with 10 to 15 or 25 to 30), a check digit behind
 * (Luhn).
 */
public record MemberCode(String code, Instant expiresAt) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long RANDOM_PART = 1_000_000_000_000_000L;

    static String newDigits() {
        String body = "90" + String.format(java.util.Locale.ROOT, "%015d", RANDOM.nextLong(RANDOM_PART));
        return body + checkDigit(body);
    }

    /** Whether the text can be a member code at all. */
    static boolean isWellFormed(String text) {
        return text.matches("90\\d{16}") && text.charAt(17) == checkDigit(text.substring(0, 17));
    }

    private static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? twice / 10 + twice % 10 : digit;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
