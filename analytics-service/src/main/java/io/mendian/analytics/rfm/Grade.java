package io.mendian.analytics.rfm;

/** A member's grade (客户分级), by what he is worth: the fifth, fourth, or a lower quintile of what members paid; nothing yet. */
public enum Grade {
    VIP("VIP客户"),
    IMPORTANT("重要客户"),
    ORDINARY("普通客户"),
    POTENTIAL("潜在客户");

    private final String zh;

    Grade(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** The grade of a member who bought. */
    static Grade of(int m) {
        return switch (m) {
            case 5 -> VIP;
            case 4 -> IMPORTANT;
            default -> ORDINARY;
        };
    }
}
