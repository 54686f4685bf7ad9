package io.mendian.order.tip;

import io.mendian.runtime.problem.Problem;

/** Why a tip cannot be taken or given back. */
public enum TipProblem implements Problem {
    TIP_NOT_NOW(409, "订单未支付或已全部退款，不能收小费", "A tip is left with a paid order only"),
    TIP_DAY_OVER(
            409, "该订单所在的营业日已过，不能再补收小费", "The business day on which this order was paid is over; no tip can be added"),
    TIP_STAYS(409, "只有订单全部退款后才能退小费", "A tip goes back only when the whole order was refunded"),
    NO_TIP(409, "该订单没有可退的小费", "There is no tip of this order to give back");

    private final int status;
    private final String zh;
    private final String en;

    TipProblem(int status, String zh, String en) {
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
