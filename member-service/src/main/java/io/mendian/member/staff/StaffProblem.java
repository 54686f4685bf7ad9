package io.mendian.member.staff;

import io.mendian.runtime.problem.Problem;

/** Refusals around staff accounts. */
public enum StaffProblem implements Problem {
    LOGIN_NAME_TAKEN(409, "登录名 {login} 已被使用，请换一个", "The login name {login} is taken; choose another"),
    LOGIN_NAME_MISSING(400, "请提供登录名或手机号", "Give a login name or a phone number"),
    PASSWORD_TOO_WEAK(
            422,
            "密码强度不足：至少 8 位，不能与登录名相同，也不能过于常见",
            "The password is too weak: at least 8 characters, not the login name, not a common one"),
    ROLE_ABOVE_YOURS(
            403, "您不能授予或管理权限高于自己的角色 {role}", "You may not give or manage the role {role}: it has rights you lack"),
    STORES_MISSING(422, "角色 {role} 需要绑定至少一家门店", "The role {role} needs at least one store"),
    REGION_MISSING(422, "角色 {role} 需要指定区域", "The role {role} needs a region"),
    STORE_UNKNOWN(422, "门店不存在或不在您的管理范围内", "A named store does not exist or is out of your reach"),
    STAFF_HAS_LEFT(409, "该员工已离职", "This member of staff has left"),
    STAFF_WORKS_ELSEWHERE(
            409, "该员工还在其他门店任职，请由总部处理", "This member of staff also works in other stores; ask headquarters"),
    NOT_YOURSELF(409, "不能对自己的账号执行此操作", "You cannot do this to your own account");

    private final int status;
    private final String zh;
    private final String en;

    StaffProblem(int status, String zh, String en) {
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
