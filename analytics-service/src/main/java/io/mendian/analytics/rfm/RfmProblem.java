package io.mendian.analytics.rfm;

import io.mendian.runtime.problem.Problem;

/** Why an RFM question is refused. */
public enum RfmProblem implements Problem {
    RFM_CLASS_UNKNOWN(400, "没有这个客户分组：可选 {known}", "There is no such class; choose one of {known}");

    private final int status;
    private final String zh;
    private final String en;

    RfmProblem(int status, String zh, String en) {
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
