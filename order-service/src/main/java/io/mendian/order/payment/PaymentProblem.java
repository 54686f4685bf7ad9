package io.mendian.order.payment;

import io.mendian.runtime.problem.Problem;

/** Why a payment by WeChat cannot be made. */
public enum PaymentProblem implements Problem {
    WECHAT_PAY_UNAVAILABLE(
            503, "微信支付暂时不可用，订单已保留，请稍后重试", "WeChat Pay is unavailable; the order is kept, try again shortly"),
    WECHAT_PAY_REFUSED(409, "微信支付拒绝了请求：{reason}", "WeChat Pay refused the request: {reason}"),
    PAYMENT_DEADLINE_PASSED(409, "订单支付时间已过，请重新下单", "The time to pay this order has passed; please place a new one");

    private final int status;
    private final String zh;
    private final String en;

    PaymentProblem(int status, String zh, String en) {
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
