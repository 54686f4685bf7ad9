package io.mendian.member.signin;

import io.mendian.runtime.problem.Problem;

/** Refusals about sign-ins and pickup vouchers. */
public enum SignInProblem implements Problem {
    PHONE_NEEDED(409, "请先绑定手机号，再签到领积分", "Bind your phone number first, then sign in for points"),
    SIGN_IN_RULE_CHANGED_MEANWHILE(
            409, "签到规则刚被他人修改，请刷新后重试", "Somebody else has just changed the sign-in rule; reload and try again"),
    SIGN_IN_RULE_INVALID(400, "签到规则有误：{field} 必填", "The sign-in rule is not valid: {field} is needed"),
    VOUCHER_UNKNOWN(404, "没有这张领取券，请核对券码", "There is no such voucher; check its code"),
    VOUCHER_USED(409, "这张领取券已在 {at} 领取过", "This voucher was handed over at {at}"),
    VOUCHER_EXPIRED(410, "这张领取券已过期", "This voucher has expired");

    private final int status;
    private final String zh;
    private final String en;

    SignInProblem(int status, String zh, String en) {
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
