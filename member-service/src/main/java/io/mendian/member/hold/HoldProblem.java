package io.mendian.member.hold;

import io.mendian.runtime.problem.Problem;

/** Refusals about holds. */
public enum HoldProblem implements Problem {
    HOLD_DIFFERS(409, "该占用编号已用于其他内容", "This hold id was used with other content"),
    HOLD_ENDED(409, "该占用已结束（{status}）", "This hold has ended ({status})"),
    HOLD_EXPIRES_IN_THE_PAST(400, "占用的截止时间已过", "The deadline of the hold is past");

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
