package io.mendian.order.refund;

import io.mendian.runtime.problem.Problem;

/** Why something cannot be returned. */
public enum RefundProblem implements Problem {
    RETURN_TOO_MUCH(409, "“{name}”最多还能退 {left} 件", "At most {left} of “{name}” can still be returned"),
    RETURN_LINE_UNKNOWN(404, "订单中没有第 {line} 行", "The order has no line {line}"),
    RETURN_LINE_TWICE(400, "第 {line} 行重复", "Line {line} is named twice"),
    RETURN_WHOLE_LINE(
            409,
            "“{name}”是卡或储值，需一次退完（共 {quantity} 件）",
            "“{name}” is a card or a recharge: return all {quantity} of it at once"),
    RETURN_REASON_UNKNOWN(400, "没有退货原因 {code}，请从列表中选择", "There is no return reason {code}; choose one of the list"),
    RETURN_REASON_NEEDED(400, "请选择或填写退货原因", "Choose a return reason or write one"),
    RETURN_WINDOW_OVER(
            409,
            "已超过自助退货期限（付款后 {days} 天），请联系门店办理",
            "The time for returns by yourself is over ({days} days after payment); please ask the store"),
    REFUND_WAY_NEEDED(
            409,
            "{amountMinor}无法原路退回（{stop}），请为第 {tender} 笔收款选择现金、余额或转账",
            "{amountMinor} cannot go back the way it came ({stop}); choose cash, stored value or bank for tender {tender}"),
    REFUND_WAY_NOT_ALLOWED(
            409, "该款项可原路退回，不能改用其他方式（{way}）", "This money can go back the way it came; {way} is not needed"),
    REFUND_WAY_UNKNOWN(400, "不能选择该退款方式（{way}）", "This way is not possible ({way})"),
    REFUND_MEMBER_NEEDED(409, "订单没有会员，不能退到余额", "The order has no member, so nothing can go to stored value"),
    REFUND_STILL_RUNNING(
            409,
            "微信支付的退款还在处理中（{state}），不能改用其他方式",
            "The refund by WeChat Pay is still under way ({state}); it cannot go another way"),
    REFUND_PART_UNKNOWN(404, "没有这笔退款明细", "There is no such part of the refund"),
    REFUND_WAY_NOT_WANTED(409, "没有人申请改变退款方式", "Nobody has asked for another way"),
    REFUND_NOT_REQUESTED(409, "该申请不在待处理状态（{status}）", "This request does not wait for a decision (it is {status})"),
    REFUND_NOT_WAITING(409, "该退款不在待审批状态（{status}）", "This refund does not wait for approval (it is {status})"),
    REFUND_NOT_FAILED(409, "该退款没有失败（{status}），无需重试", "This refund has not failed (it is {status}); nothing to retry"),
    REFUND_SECOND_PERSON(409, "退款需由另一位有审批权限的人员批准", "Another person must approve this refund"),
    EXCHANGE_APPROVAL(
            409,
            "换货需退回 {amountMinor}，超过免审批额度，请先退货再开新单",
            "The exchange would give back {amountMinor}, which needs approval: return the pieces, then sell anew"),
    EXCHANGE_NOT_POSSIBLE(
            409, "“{name}”是卡或储值，不能换货，请先退款", "“{name}” is a card or a recharge and cannot be exchanged; refund it"),
    EXCHANGE_OTHER_MEMBER(409, "会员码不是原订单的会员", "This member code is not that of the order's member"),
    EXCHANGE_CANCELLED(
            409,
            "换货没有完成，商品和款项都没有变动，请重新操作",
            "The exchange did not happen; goods and money are as they were. Please begin it anew"),
    EXCHANGE_OVER(409, "该换货已结束（{status}）", "This exchange has ended ({status})");

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
