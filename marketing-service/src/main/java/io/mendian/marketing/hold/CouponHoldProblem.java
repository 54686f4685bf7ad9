package io.mendian.marketing.hold;

import io.mendian.runtime.problem.Problem;

/** Why coupons cannot be held. */
public enum CouponHoldProblem implements Problem {
    COUPON_HOLD_DIFFERS(409, "该占用编号已用于其他优惠券", "This hold id was used for other coupons"),
    COUPON_HOLD_ENDED(409, "该占用已结束（{state}），请重新下单", "This hold has ended ({state}); place the order again"),
    COUPON_HOLD_TOO_LATE(400, "占用期限必须在将来", "The hold must end in the future");

    private final int status;
    private final String zh;
    private final String en;

    CouponHoldProblem(int status, String zh, String en) {
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
