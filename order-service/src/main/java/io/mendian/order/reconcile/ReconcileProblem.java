package io.mendian.order.reconcile;

import io.mendian.runtime.problem.Problem;

/** Why a bill cannot be compared. */
public enum ReconcileProblem implements Problem {
    BILL_NOT_READY(
            409,
            "{date} 的账单尚未生成，微信支付于次日 10 点后提供",
            "The bill of {date} is not there yet; WeChat Pay makes it at 10 the next day"),
    BILL_BROKEN(409, "{date} 的账单无法核对：{reason}", "The bill of {date} cannot be compared: {reason}"),
    DIFFERENCE_CLOSED(409, "该差异已处理（{status}）", "This difference is settled already ({status})");

    private final int status;
    private final String zh;
    private final String en;

    ReconcileProblem(int status, String zh, String en) {
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
