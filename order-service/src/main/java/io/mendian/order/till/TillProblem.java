package io.mendian.order.till;

import io.mendian.runtime.problem.Problem;

/** What can be wrong at the till. */
public enum TillProblem implements Problem {
    PARKED_SALE_GONE(409, "该挂单已被取走或已过期", "This parked sale was taken up by somebody or has expired"),
    PARKED_TOO_MANY(409, "挂单已达 {most} 个，请先处理", "There are {most} parked sales already; finish some first"),
    DAY_NOT_BEGUN(409, "{date} 还未开始，不能日结（当前营业日 {today}）", "{date} has not begun (the business day is {today})");

    private final int status;
    private final String zh;
    private final String en;

    TillProblem(int status, String zh, String en) {
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
