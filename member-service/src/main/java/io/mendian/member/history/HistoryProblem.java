package io.mendian.member.history;

import io.mendian.runtime.problem.Problem;

/** Why the effects of an order cannot be told. */
public enum HistoryProblem implements Problem {
    ORDER_NOT_KNOWN_YET(
            409, "会员资产尚未记入该订单，请稍后再试", "The order has not reached the member's assets yet; try again shortly");

    private final int status;
    private final String zh;
    private final String en;

    HistoryProblem(int status, String zh, String en) {
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
