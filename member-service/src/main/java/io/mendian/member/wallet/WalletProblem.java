package io.mendian.member.wallet;

import io.mendian.runtime.problem.Problem;

/** Refusals about stored value. */
public enum WalletProblem implements Problem {
    NOT_ENOUGH_STORED_VALUE(409, "储值余额不足，当前可用 {leftMinor}", "Not enough stored value: {leftMinor} left"),
    STORED_VALUE_ON_HOLD(
            423,
            "该会员的储值账户正在核对账目，暂停使用：请换一种付款方式，并联系总部解除（账目暂停）",
            "This member's stored value is being checked and is on hold: take another tender and ask headquarters to lift"
                    + " the hold"),
    RECHARGE_PACKAGE_UNKNOWN(404, "没有该充值套餐", "There is no such recharge package"),
    STORED_VALUE_FROZEN(409, "储值已挂失冻结，请联系总部解冻", "This stored value was reported lost; headquarters can lift that"),
    EXPORT_TOO_LARGE(409, "明细超过 {most} 条，请缩短日期范围", "More than {most} entries; choose a shorter period"),
    RECHARGE_TOO_LARGE(400, "单次充值本金不能超过 {mostMinor}", "A recharge may not exceed {mostMinor}");

    private final int status;
    private final String zh;
    private final String en;

    WalletProblem(int status, String zh, String en) {
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
