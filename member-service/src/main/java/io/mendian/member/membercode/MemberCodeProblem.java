package io.mendian.member.membercode;

import io.mendian.runtime.problem.Problem;

/** Refusals around member codes. */
public enum MemberCodeProblem implements Problem {
    MEMBER_CODE_UNKNOWN(404, "会员码无效", "This is no member code"),
    MEMBER_CODE_USED(409, "会员码已被使用，请刷新会员码", "This member code was used; show a new one"),
    MEMBER_CODE_EXPIRED(410, "会员码已过期，请刷新会员码", "This member code has expired; show a new one");

    private final int status;
    private final String zh;
    private final String en;

    MemberCodeProblem(int status, String zh, String en) {
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
