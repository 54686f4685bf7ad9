package io.mendian.member.phone;

import io.mendian.runtime.problem.Problem;

/** Refusals of numbers. */
public enum PhoneProblem implements Problem {
    PHONE_INVALID(422, "手机号 {phone} 无效", "{phone} is not a valid mobile number");

    private final int status;
    private final String zh;
    private final String en;

    PhoneProblem(int status, String zh, String en) {
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
