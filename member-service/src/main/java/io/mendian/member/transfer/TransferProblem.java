package io.mendian.member.transfer;

import io.mendian.runtime.problem.Problem;

/** Refusals about transfers. */
public enum TransferProblem implements Problem {
    TRANSFER_UNKNOWN(404, "没有这笔转让，或转让码有误", "There is no such transfer, or its code is wrong"),
    TRANSFER_ENDED(409, "该转让已结束（{status}）", "This transfer has ended ({status})"),
    TRANSFER_TO_ONESELF(409, "不能转让给自己", "A transfer goes to somebody else"),
    TRANSFER_CODE_TRIES(429, "转让码尝试次数过多，请 {seconds} 秒后再试", "Too many wrong codes; try again in {seconds} seconds");

    private final int status;
    private final String zh;
    private final String en;

    TransferProblem(int status, String zh, String en) {
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
