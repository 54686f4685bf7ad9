package io.mendian.member.prepaid;

import org.jspecify.annotations.Nullable;

/**
 * One line of the explanation, in Chinese and English.
 *
 * @param amountMinor in the smallest currency unit, where it is whole
 * @param fraction the exact value, where it is not
 */
public record RefundStep(
        String text,
        String textEn,
        @Nullable Long amountMinor,
        @Nullable String fraction) {

    static RefundStep of(String text, String textEn, long amountMinor) {
        return new RefundStep(text, textEn, amountMinor, null);
    }

    static RefundStep of(String text, String textEn, Fraction value) {
        return value.isWhole()
                ? of(text, textEn, value.numerator().longValueExact())
                : new RefundStep(text, textEn, null, value.toString());
    }
}
