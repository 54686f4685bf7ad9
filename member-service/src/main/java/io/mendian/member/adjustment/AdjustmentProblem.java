package io.mendian.member.adjustment;

import io.mendian.runtime.problem.Problem;

/** Refusals about adjustments. */
public enum AdjustmentProblem implements Problem {
    ADJUSTMENT_MOVES_NOTHING(400, "调整的积分不能为 0", "An adjustment cannot be 0 points"),
    SECOND_PERSON_NEEDED(409, "不能审批自己提交的调整，请由另一位同事审批", "Somebody else has to decide on your request"),
    ADJUSTMENT_DECIDED(409, "这笔调整已处理（{status}）", "This adjustment has been decided: {status}");

    private final int status;
    private final String zh;
    private final String en;

    AdjustmentProblem(int status, String zh, String en) {
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
