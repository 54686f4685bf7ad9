package io.mendian.member.adjustment;

import io.mendian.runtime.problem.Problem;

/** Refusals about adjustments. */
public enum AdjustmentProblem implements Problem {
    ADJUSTMENT_MOVES_NOTHING(400, "调整的积分不能为 0", "An adjustment cannot be 0 points"),
    WALLET_ADJUSTMENT_MOVES_NOTHING(400, "调整的本金和赠金不能都为 0", "An adjustment cannot be 0 in principal and bonus"),
    ADJUSTMENT_ABOVE_LIMIT(
            409,
            "超出您的审批额度：24 小时内该会员最多 {limitMinor}，已调整 {movedMinor}，本次 {asksMinor}。请由有规则权限的同事审批",
            "Above what you may approve for one member in 24 hours: {limitMinor}, {movedMinor} moved, this is"
                    + " {asksMinor}. Ask somebody with the right to set rules"),
    ADJUSTMENT_TAKES_TOO_MUCH(
            409,
            "储值余额不足：当前可扣本金 {principalMinor}、赠金 {bonusMinor}，请驳回后按余额重新申请",
            "Only {principalMinor} principal and {bonusMinor} bonus are free; reject it and ask for less"),
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
