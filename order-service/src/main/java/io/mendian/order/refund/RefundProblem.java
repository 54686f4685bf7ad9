package io.mendian.order.refund;

import io.mendian.runtime.problem.Problem;

/** Why something cannot be returned. */
public enum RefundProblem implements Problem {
    RETURN_TOO_MUCH(409, "“{name}”最多还能退 {left} 件", "At most {left} of “{name}” can still be returned"),
    RETURN_LINE_UNKNOWN(404, "订单中没有第 {line} 行", "The order has no line {line}"),
    RETURN_LINE_TWICE(400, "第 {line} 行重复", "Line {line} is named twice"),
    RETURN_NOT_POSSIBLE(
            409, "“{name}”是卡或储值，请在会员资产中办理退款", "“{name}” is a card or a recharge; refund it among the member's assets"),
    REFUND_NOT_WAITING(409, "该退款不在待审批状态（{status}）", "This refund does not wait for approval (it is {status})"),
    REFUND_NOT_FAILED(409, "该退款没有失败（{status}），无需重试", "This refund has not failed (it is {status}); nothing to retry"),
    REFUND_SECOND_PERSON(409, "退款需由另一位有审批权限的人员批准", "Another person must approve this refund");

    private final int status;
    private final String zh;
    private final String en;

    RefundProblem(int status, String zh, String en) {
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
