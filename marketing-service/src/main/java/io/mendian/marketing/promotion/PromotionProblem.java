package io.mendian.marketing.promotion;

import io.mendian.runtime.problem.Problem;

/** Why a promotion cannot be made or changed. */
public enum PromotionProblem implements Problem {
    PROMOTION_UNKNOWN(404, "找不到该促销活动", "There is no such promotion"),
    PROMOTION_INVALID(400, "促销设置有误：{field} {reason}", "The promotion settings are wrong: {field} {reason}"),
    PROMOTION_FIXED(409, "活动已发布，只能修改名称或结束活动", "The promotion is live: only its name may change, or it may end"),
    PROMOTION_STATE(409, "状态不能从 {from} 变为 {to}", "The state cannot go from {from} to {to}");

    private final int status;
    private final String zh;
    private final String en;

    PromotionProblem(int status, String zh, String en) {
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
