package io.mendian.member.cardshare;

import io.mendian.runtime.problem.Problem;

/** Refusals about shared cards. */
public enum CardShareProblem implements Problem {
    CARD_SHARE_UNKNOWN(404, "没有这条共享记录", "There is no such share"),
    CARD_SHARE_FULL(
            409, "每张卡最多与 {most} 人共享，请先停止一位再邀请", "A card is shared with at most {most} people; end one share first"),
    CARD_SHARE_ALREADY(409, "已邀请过此人或已与其共享", "This person is invited already, or shares the card"),
    CARD_SHARE_WITH_ONESELF(409, "不能与自己共享", "A card is shared with somebody else"),
    CARD_SHARE_OVER(409, "该邀请已结束或已过期，请让持卡人重新邀请", "This invitation has ended; ask the owner for another one"),
    CARD_SHARE_TRIES(429, "邀请过于频繁，请 {seconds} 秒后再试", "Too many invitations; try again in {seconds} seconds");

    private final int status;
    private final String zh;
    private final String en;

    CardShareProblem(int status, String zh, String en) {
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
