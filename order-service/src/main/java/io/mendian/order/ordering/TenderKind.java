package io.mendian.order.ordering;

/** Means of payment. */
public enum TenderKind {
    CASH("现金"),
    STORED_VALUE("储值余额"),
    WECHAT_PAY("微信"),
    GIFT_CARD("礼品卡"),
    /** A line paid by uses of a punch or period card: no money comes in, what was sold before is consumed. */
    CARD_USE("划卡"),
    /** Money taken outside, such as by a bank terminal or a personal code, and booked by hand with a label. */
    BOOKED("记账"),
    /** Money of an earlier order whose pieces were exchanged for these; the reference is the exchange. */
    EXCHANGE("换货");

    private final String zh;

    TenderKind(String zh) {
        this.zh = zh;
    }

    /** The word for people. */
    public String zh() {
        return zh;
    }
}
