package io.mendian.runtime.books;

import io.mendian.runtime.problem.Problem;

/** Refusals about accounts on hold. */
public enum QuarantineProblem implements Problem {
    STILL_WRONG(
            409,
            "账目仍不平，不能解除：{offender}。请先更正，或选择按流水重建（rebuild）",
            "The figures are still wrong: {offender}. Correct them first, or have the balance rebuilt from its ledger"),
    KIND_UNKNOWN(400, "不支持暂停此类对象：{kind}（可用：{kinds}）", "Such a thing cannot be put on hold: {kind} (known: {kinds})"),
    ALREADY_ON_HOLD(409, "该对象已处于暂停状态", "It is on hold already");

    private final int status;
    private final String zh;
    private final String en;

    QuarantineProblem(int status, String zh, String en) {
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
