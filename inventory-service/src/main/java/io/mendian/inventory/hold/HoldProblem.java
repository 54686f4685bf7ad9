package io.mendian.inventory.hold;

import io.mendian.runtime.problem.Problem;

/** Refusals of a hold. */
public enum HoldProblem implements Problem {
    HOLD_DIFFERS(409, "占用单 {holdId} 已存在，但内容不同", "Hold {holdId} exists with other content"),
    HOLD_ENDED(409, "占用单 {holdId} 已结束，请重新下单", "Hold {holdId} has ended; please order again"),
    HOLD_TOO_LATE(409, "占用的截止时间已过", "The deadline of the hold has passed");

    private final int status;
    private final String zh;
    private final String en;

    HoldProblem(int status, String zh, String en) {
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
