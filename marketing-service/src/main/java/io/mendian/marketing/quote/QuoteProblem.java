package io.mendian.marketing.quote;

import io.mendian.runtime.problem.Problem;

/** Why an old quote cannot be computed again. */
public enum QuoteProblem implements Problem {
    QUOTE_VERSION_GONE(
            409, "该报价的计算版本 {ruleVersion} 已不再支持", "The calculation {ruleVersion} of this quote is no longer known"),
    QUOTE_INCOMPLETE(400, "存档的报价不完整：{reason}", "The stored quote is not complete: {reason}");

    private final int status;
    private final String zh;
    private final String en;

    QuoteProblem(int status, String zh, String en) {
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
