package io.mendian.member.member;

import io.mendian.runtime.problem.Problem;

/** Refusals around members. */
public enum MemberProblem implements Problem {
    PHONE_TAKEN(409, "该手机号已属于另一位会员，请使用该手机号登录", "This phone number belongs to another member; sign in with it instead"),
    PHONE_BOUND(409, "已绑定手机号，更换手机号请使用短信验证码", "A phone number is bound already; change it with a code by text message"),
    WECHAT_CODE_REFUSED(422, "微信授权已失效，请重新授权", "The WeChat code is wrong, used or expired; authorise again"),
    STORE_UNKNOWN(422, "门店不存在", "There is no such store"),
    SEARCH_NEEDS_ONE(400, "请提供手机号、手机尾号、姓名或卡号之一", "Search by one of phone, tail, name or card"),
    REASON_MISSING(400, "查看完整信息需要填写原因", "Unmasking needs a reason"),
    TOO_MANY_LOOKUPS(429, "查询过于频繁，请 {seconds} 秒后再试", "Too many look-ups; try again in {seconds} seconds");

    private final int status;
    private final String zh;
    private final String en;

    MemberProblem(int status, String zh, String en) {
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
