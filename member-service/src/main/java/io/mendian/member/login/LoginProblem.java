package io.mendian.member.login;

import io.mendian.runtime.problem.Problem;

/** Refusals around signing in; none tells which part was wrong. */
public enum LoginProblem implements Problem {
    LOGIN_REFUSED(401, "登录名或密码不正确", "The login name or the password is wrong"),
    TOO_MANY_TRIES(429, "尝试次数过多，请 {seconds} 秒后再试", "Too many tries; try again in {seconds} seconds"),
    STORE_NEEDED(409, "您在多家门店任职，请选择门店 {stores}", "You work in several stores; choose one of {stores}"),
    TOKEN_UNKNOWN(401, "登录已失效，请重新登录", "The login has ended; please sign in again"),
    NEW_DEVICE(
            403, "这是新设备，请输入发送到绑定手机的验证码", "This is a new device; enter the code sent to the phone bound to the account"),
    PASSWORD_UNCHANGED(422, "新密码不能与当前密码相同", "The new password must differ from the current one");

    private final int status;
    private final String zh;
    private final String en;

    LoginProblem(int status, String zh, String en) {
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
