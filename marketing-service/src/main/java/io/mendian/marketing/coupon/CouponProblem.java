package io.mendian.marketing.coupon;

import io.mendian.runtime.problem.Problem;

/** Why a coupon cannot be given, held or used. */
public enum CouponProblem implements Problem {
    COUPON_UNKNOWN(404, "找不到该优惠券", "There is no such coupon"),
    COUPON_TEMPLATE_UNKNOWN(404, "找不到该优惠券活动", "There is no such coupon offer"),
    COUPON_TEMPLATE_INVALID(400, "优惠券设置有误：{field} {reason}", "The coupon settings are wrong: {field} {reason}"),
    COUPON_TEMPLATE_FIXED(
            409,
            "活动已发布，只能修改名称、总量、领取开关或结束活动",
            "The offer is live: only its name, total, claim switch or end may change"),
    COUPON_TEMPLATE_STATE(409, "状态不能从 {from} 变为 {to}", "The state cannot go from {from} to {to}"),
    COUPON_TOTAL_TOO_SMALL(
            409, "总量不能少于已发放的 {issued} 张", "The total cannot be less than the {issued} coupons already issued"),
    COUPON_NOT_LIVE(409, "活动未开始或已结束", "This offer is not running"),
    COUPON_NOT_CLAIMABLE(409, "该优惠券不能自行领取", "This coupon cannot be claimed by oneself"),
    COUPON_ALL_TAKEN(409, "优惠券已被领完", "All of these coupons are taken"),
    COUPON_ALL_TAKEN_TODAY(409, "今日优惠券已领完，请明天再来", "Today's coupons are taken; come back tomorrow"),
    COUPON_MEMBER_LIMIT(409, "您已领取过，每人限领 {limit} 张", "You have it already; {limit} per member"),
    COUPON_ONCE_PER_PERSON(
            409,
            "新人券每人（手机号、微信、设备）限领一次，您已领取过",
            "Newcomers' coupons are one per person, phone and device; you have had this one"),
    COUPON_NEW_MEMBERS_ONLY(409, "仅限尚未消费的新会员领取", "Only for new members who have not bought yet"),
    COUPON_ALREADY_USED(409, "优惠券已被使用或正在使用", "The coupon is used or held by another order"),
    COUPON_EXPIRED(409, "优惠券已过期", "The coupon has expired"),
    COUPON_NOT_YET_VALID(409, "优惠券尚未生效", "The coupon is not valid yet"),
    COUPON_CODE_MISTYPED(400, "券码有误，请核对后重新输入", "The code is mistyped; please check it"),
    COUPON_CODE_UNKNOWN(404, "券码不存在", "There is no such code"),
    COUPON_GRANT_REFUSED(409, "优惠券未能发放：{reason}", "The coupon was not given: {reason}"),
    COUPON_CODE_CLAIMED(409, "该券码已被会员领取，请会员出示会员码核销", "A member has claimed this code; ask him for his member code"),
    COUPON_CODE_NOT_HERE(409, "该券不能在本店或柜台核销", "This code is not for this store or counter"),
    COUPON_CODE_FOR_MEMBERS(409, "该券仅限指定会员，请会员先领取再核销", "For certain members; the member has to claim it first"),
    COUPON_CODE_NEEDS_PURCHASE(
            409,
            "该券需在购物时使用，不能直接领取商品；请会员先领取，再在结账时使用",
            "This code is used with a purchase; the member claims it and uses it at checkout"),
    COUPON_CODE_USED(409, "券码已被领取", "The code was claimed already");

    private final int status;
    private final String zh;
    private final String en;

    CouponProblem(int status, String zh, String en) {
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
