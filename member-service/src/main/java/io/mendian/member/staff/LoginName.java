package io.mendian.member.staff;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name a member of staff signs in with. Case does not count; a Chinese mobile number is the same with and without +86. */
public record LoginName(String text) {

    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");

    public static LoginName of(String typed) {
        String plain = typed.strip().toLowerCase(Locale.ROOT);
        var mobile = MOBILE.matcher(plain.replaceAll("[\\s-]", ""));
        return new LoginName(mobile.matches() ? mobile.group(1) : plain);
    }
}
