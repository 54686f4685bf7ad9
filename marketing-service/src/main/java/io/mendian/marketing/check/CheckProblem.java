package io.mendian.marketing.check;

import io.mendian.runtime.problem.Problem;

/** Why a rule does not go live. */
public enum CheckProblem implements Problem {
    RULE_HAS_FINDINGS(
            409,
            "发布前检查有 {count} 项提示：{first}。确认无误请在 acknowledge 中列出 findings 后再发布",
            "The check before publishing found {count}: {firstEn}. To publish all the same, list the findings in acknowledge");

    private final int status;
    private final String zh;
    private final String en;

    CheckProblem(int status, String zh, String en) {
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
