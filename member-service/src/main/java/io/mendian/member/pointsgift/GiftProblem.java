package io.mendian.member.pointsgift;

import io.mendian.runtime.problem.Problem;

/** Refusals about points gifts. */
public enum GiftProblem implements Problem {
    GIFTS_OFF(409, "本店未开放积分赠送", "Points cannot be given away here"),
    GIFT_TOO_LARGE(409, "单次最多赠送 {most} 分", "A gift can have at most {most} points"),
    GIFT_DAY_LIMIT(409, "今天还可以赠送 {left} 分", "{left} more points can be given away today"),
    GIFT_RECEIVE_LIMIT(409, "今天还可以领取 {left} 分，请明天再领", "{left} more points can be received today; try tomorrow"),
    GIFT_UNKNOWN(404, "没有这份积分礼物，请核对领取码", "There is no such gift; check its code"),
    GIFT_TO_ONESELF(409, "不能领取自己送出的积分", "A gift cannot go to its giver"),
    GIFT_GONE(409, "这份积分已被领取或已失效", "This gift was taken or is over");

    private final int status;
    private final String zh;
    private final String en;

    GiftProblem(int status, String zh, String en) {
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
