package io.mendian.member.redeem;

import io.mendian.runtime.problem.Problem;

/** Refusals about redemptions. */
public enum RedeemProblem implements Problem {
    OFFER_SOLD_OUT(409, "「{name}」已兑完", "{name} is sold out"),
    OFFER_NOT_RUNNING(409, "「{name}」不在兑换期内", "{name} cannot be redeemed at this time"),
    OFFER_LIMIT_REACHED(409, "每人限兑 {limit} 次，您已兑满", "You have redeemed this {limit} times, which is the limit"),
    OFFER_STOCK_BELOW_TAKEN(409, "库存不能少于已兑换的 {taken} 份", "The stock cannot be below the {taken} already redeemed"),
    OFFER_PERIOD_INVALID(400, "结束时间必须晚于开始时间", "The end must be after the beginning");

    private final int status;
    private final String zh;
    private final String en;

    RedeemProblem(int status, String zh, String en) {
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
