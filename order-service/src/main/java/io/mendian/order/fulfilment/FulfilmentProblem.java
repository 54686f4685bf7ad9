package io.mendian.order.fulfilment;

import io.mendian.runtime.problem.Problem;

/** Why goods cannot be handed over now. */
public enum FulfilmentProblem implements Problem {
    RETURN_UNDECIDED(
            409,
            "该订单有退货申请未处理，请先处理退货再发货或交付",
            "A return of this order is undecided; decide it first, then hand over or send what is left"),
    NOTHING_TO_HAND_OVER(
            409, "订单商品均在退款中，无需发货或交付", "All pieces of this order are being refunded; nothing is left to hand over"),
    NOT_FETCHED(409, "该订单由快递配送，不能自提交付", "This order is sent; it is not handed over at the store"),
    NOT_SENT(409, "该订单不是快递配送，无需确认收货", "This order is not sent, so there is nothing to confirm"),
    RECIPIENT_NOT_SHOWN(
            409, "收件信息仅在待发货和待收货期间可查看", "The recipient is shown only while the order is to be sent or on its way"),
    TOO_MANY_LOOKS(
            429,
            "您一分钟内查看的收件信息已达 {most} 次，请稍后再试",
            "You have looked at {most} recipients within a minute, which is the limit; try again shortly");

    private final int status;
    private final String zh;
    private final String en;

    FulfilmentProblem(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
