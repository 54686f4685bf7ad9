package io.mendian.member.giftcard;

import io.mendian.runtime.problem.Problem;

/** Refusals about gift cards. */
public enum GiftCardProblem implements Problem {
    GIFT_CARD_UNKNOWN(404, "没有这张礼品卡，请核对卡号或卡密", "There is no such gift card; check its code"),
    GIFT_CARD_TOO_LITTLE(409, "礼品卡余额不足，当前可用 {leftMinor}", "The gift card has {leftMinor} left"),
    GIFT_CARD_BLOCKED(
            409,
            "礼品卡当前不可用（{status}），请联系持卡人或总部",
            "This gift card cannot be used now ({status}); ask its holder or headquarters"),
    GIFT_CARD_EXPIRED(
            409,
            "礼品卡已过有效期，余额仍在：请持卡人免费续期或转入储值",
            "The gift card's term is over but its balance is safe: its holder can renew it or move it to stored value"),
    GIFT_CARD_NOT_YOURS(409, "记名礼品卡只能由持卡会员本人使用", "A named gift card is used by its holder only"),
    GIFT_CARD_NOT_SENDABLE(409, "记名礼品卡没有卡密，不能赠送", "A named gift card has no code and cannot be sent"),
    GIFT_CARD_NOT_BLOCKED(409, "该礼品卡未冻结", "This gift card is not blocked"),
    GIFT_CODE_TRIES(429, "卡密尝试次数过多，请 {seconds} 秒后再试", "Too many wrong codes; try again in {seconds} seconds");

    private final int status;
    private final String zh;
    private final String en;

    GiftCardProblem(int status, String zh, String en) {
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
