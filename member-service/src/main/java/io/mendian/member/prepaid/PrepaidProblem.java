package io.mendian.member.prepaid;

import io.mendian.runtime.problem.Problem;

/** Refusals about prepaid contracts and their refund. */
public enum PrepaidProblem implements Problem {
    PREPAID_CONTRACT_UNKNOWN(404, "没有这份预付合同", "There is no such prepaid contract"),
    ASSET_REFUND_CHANGED(
            409, "可退金额已变为 {refundMinor}，请确认后重试", "The refund is now {refundMinor}; confirm it and try again"),
    ASSET_REFUND_RUNNING(409, "该行正在退款（{refundId}）", "This line is being refunded already ({refundId})"),
    ASSET_REFUND_ENDED(409, "该退款已结束（{status}）", "This refund has ended ({status})"),
    ASSET_REFUND_DIFFERS(409, "该退款编号已用于其他内容", "This refund id was used with other content"),
    ASSET_REFUNDED(409, "该行已退款", "This line has been refunded"),
    ASSET_IN_USE(409, "有未支付订单占用了该资产，请先取消或支付该订单", "An unpaid order holds part of it; cancel or pay that order first"),
    ASSET_TRANSFERRED(
            409, "该卡已转让，请由总部协调退款", "The card was passed on to somebody else; headquarters settles its refund"),
    REFUND_POLICY_UNKNOWN(404, "没有该退款政策", "There is no such refund policy");

    private final int status;
    private final String zh;
    private final String en;

    PrepaidProblem(int status, String zh, String en) {
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
