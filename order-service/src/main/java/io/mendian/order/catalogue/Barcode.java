package io.mendian.order.catalogue;

/** EAN-13 and EAN-8 numbers (GS1 General Specifications, section 7.9): the last digit checks the others. */
final class Barcode {

    private Barcode() {}

    static boolean isValid(String digits) {
        return digits.matches("\\d{8}|\\d{13}") && checkDigit(digits) == digits.charAt(digits.length() - 1) - '0';
    }

    /** The check digit that belongs to all digits but the last: weights 3 and 1 from the right. */
    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = digits.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        return (10 - sum % 10) % 10;
    }
}
