package io.mendian.analytics.report;

import io.mendian.runtime.problem.Problem;

/** Why a report is refused. */
public enum ReportProblem implements Problem {
    REPORT_PERIOD_INVALID(400, "结束日期不能早于开始日期", "The period ends before it begins"),
    REPORT_PERIOD_TOO_LONG(
            400, "按日查询最多 {most} 天，请缩短时间范围", "A report by day covers at most {most} days; choose a shorter period"),
    REPORT_UNKNOWN(400, "没有这种报表：可选 {known}", "There is no such report; choose one of {known}"),
    REPORT_SORT_UNKNOWN(400, "不支持该排序：可选 {known}", "Not a sort order; choose one of {known}");

    private final int status;
    private final String zh;
    private final String en;

    ReportProblem(int status, String zh, String en) {
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
