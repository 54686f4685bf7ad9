package io.mendian.member.review;

import io.mendian.runtime.problem.Problem;

/** Refusals about reviews. */
public enum ReviewProblem implements Problem {
    REVIEW_NOT_POSSIBLE(409, "这件商品不支持评价", "This line cannot be reviewed"),
    REVIEW_TOO_LATE(409, "购买后 {days} 天内可评价，已超过期限", "Reviews are written within {days} days of the purchase"),
    REVIEW_LINE_RETURNED(409, "商品已全部退回，不能评价", "All of it came back; it cannot be reviewed"),
    REVIEW_WRITTEN(409, "您已评价过这件商品", "You have reviewed this already"),
    REVIEW_DECIDED(409, "这条评价已处理（{status}）", "This review has been decided: {status}"),
    REVIEW_RULE_CHANGED_MEANWHILE(409, "规则刚被他人修改，请刷新后重试", "The rule was changed meanwhile; load it again");

    private final int status;
    private final String zh;
    private final String en;

    ReviewProblem(int status, String zh, String en) {
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
