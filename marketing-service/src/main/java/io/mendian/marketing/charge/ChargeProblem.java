package io.mendian.marketing.charge;

import io.mendian.runtime.problem.Problem;

/** Why fees and rounding cannot be set. */
public enum ChargeProblem implements Problem {
    CHARGES_INVALID(400, "收费或抹零设置有误：{field} {reason}", "The fees or the rounding are wrong: {field} {reason}"),
    CHARGES_CHANGED(
            409, "设置已被他人修改为第 {version} 版，请刷新后再改", "Somebody else has set version {version}; load it and try again"),
    ROUNDING_UP_NOT_ALLOWED(
            409,
            "向上取整会多收顾客的钱，在中国属于价格欺诈；请改用 DOWN，或由运维开启 rounding-up-allowed",
            "Rounding up charges more than the price tag, which is price fraud in China: use DOWN, or have rounding-up-allowed set");

    private final int status;
    private final String zh;
    private final String en;

    ChargeProblem(int status, String zh, String en) {
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
