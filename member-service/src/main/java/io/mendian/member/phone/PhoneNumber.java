package io.mendian.member.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Optional;

/** A mobile number in E.164, however it was typed; without a country it is a Chinese one. */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 30;

    /** The number, or PHONE_INVALID. */
    public static PhoneNumber of(String typed) {
        return parse(typed).orElseThrow(() -> PhoneProblem.PHONE_INVALID.with("phone", mask(typed)));
    }

    public static Optional<PhoneNumber> parse(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var number = NUMBERS.parse(typed, "CN");
            PhoneNumberType type = NUMBERS.getNumberType(number);
            boolean mobile = type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
            return mobile && NUMBERS.isValidNumber(number)
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    public String tail() {
        return e164.substring(e164.length() - 4);
    }

    /** For people's eyes: 138****5678, with the country in front where it is not China. */
    public String masked() {
        return mask(e164.startsWith("+86") ? e164.substring(3) : e164);
    }

    private static String mask(String text) {
        return text.length() < 8
                ? "****"
                : text.substring(0, text.length() - 8) + "****" + text.substring(text.length() - 4);
    }

    /** Numbers do not appear in logs. */
    @Override
    public String toString() {
        return masked();
    }
}
