package io.mendian.order.till;

import io.mendian.runtime.problem.Problem;

/** What can be wrong at the till. */
public enum TillProblem implements Problem {
    PARKED_SALE_GONE(
            409,
            "该挂单已被取走（员工 {takenBy}），请勿重复收款",
            "This parked sale was taken up already (by {takenBy}); do not charge it twice"),
    PARKED_SALE_EXPIRED(409, "该挂单已过期，请重新开单", "This parked sale has expired; please start a new one"),
    PARKED_HOLD_OFF(409, "本连锁未启用挂单占库存，请直接挂单", "Parked sales hold no stock in this chain; park without a hold"),
    PARKED_TOO_MANY(409, "挂单已达 {most} 个，请先处理", "There are {most} parked sales already; finish some first"),
    SHIFTS_NOT_CLOSED(
            409,
            "还有 {shifts} 个班次未交班，请先清点交班再日结",
            "{shifts} shifts are not closed yet; count and close them before the day"),
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
