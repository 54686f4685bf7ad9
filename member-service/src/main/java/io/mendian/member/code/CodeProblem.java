package io.mendian.member.code;

import io.mendian.runtime.problem.Problem;

/** Refusals around verification codes. */
public enum CodeProblem implements Problem {
    CODE_REFUSED(422, "验证码不正确或已失效", "The code is wrong or no longer valid"),
    TOO_MANY_CODES(429, "验证码发送过于频繁，请 {seconds} 秒后再试", "Too many codes were asked for; try again in {seconds} seconds"),
    SMS_UNAVAILABLE(503, "短信暂时无法发送，请稍后重试", "Text messages cannot be sent at the moment; please try again");

    private final int status;
    private final String zh;
    private final String en;

    CodeProblem(int status, String zh, String en) {
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
