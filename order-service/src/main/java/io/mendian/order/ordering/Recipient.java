package io.mendian.order.ordering;

/**
 * To whom and where an order is sent: personal data, stored encrypted, shown masked.
 *
 * @param region province, city, district
 * @param detail street, house, room
 */
public record Recipient(String name, String phone, String region, String detail) {

    /** What may be shown without anybody's leave: enough to tell one's own addresses apart. */
    public Recipient masked() {
        return new Recipient(firstOf(name), ends(phone), region, firstOf(detail));
    }

    private static String firstOf(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + "***";
    }

    private static String ends(String number) {
        int length = number.length();
        return length < 8 ? "****" : number.substring(0, 3) + "****" + number.substring(length - 4);
    }

    @Override
    public String toString() {
        return "Recipient[***]";
    }
}
