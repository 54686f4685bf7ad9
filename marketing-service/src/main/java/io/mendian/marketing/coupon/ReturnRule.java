package io.mendian.marketing.coupon;

/** What becomes of a coupon when the order that used it, or the order that earned it, is cancelled or refunded; to be shown with it. */
public record ReturnRule(String zh, String en) {

    private static final ReturnRule BOUGHT = new ReturnRule(
            "取消订单或整单退款后退回；退款时已过期则不退回。部分退款不退券",
            "Comes back when the order is cancelled or wholly refunded, unless it has expired by then; not for a partial refund");

    private static final ReturnRule EARNED = new ReturnRule(
            BOUGHT.zh + "。因消费获得：原订单整单退款时，未使用的券收回",
            BOUGHT.en + ". Earned by an order: taken back, if unused, when that order is wholly refunded");

    static ReturnRule of(CouponCause cause) {
        return cause == CouponCause.ORDER_PAID ? EARNED : BOUGHT;
    }
}
