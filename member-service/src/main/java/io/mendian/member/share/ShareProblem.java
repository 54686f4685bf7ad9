package io.mendian.member.share;

import io.mendian.runtime.problem.Problem;

/** Refusals about share links. */
public enum ShareProblem implements Problem {
    SHARE_LINK_UNKNOWN(404, "分享链接无效，请向好友重新索取", "This share link is not one of ours; ask your friend for a new one"),
    SHARE_ENDED(410, "该分享活动已结束", "This campaign is over"),
    SHARE_OWN(409, "不能使用自己的分享链接", "This is your own share link"),
    SHARE_NOT_NEW(409, "仅限新会员：注册 {days} 天内可填写一次", "For newcomers only, within {days} days of joining"),
    SHARE_CLAIMED(409, "您已填写过好友的分享链接", "You have named a friend already"),
    SHARE_PHONE_NEEDED(409, "请先绑定手机号", "Give your phone number first"),
    SHARE_RULE_CHANGED_MEANWHILE(409, "规则刚被他人修改，请刷新后重试", "The rule was changed meanwhile; load it again");

    private final int status;
    private final String zh;
    private final String en;

    ShareProblem(int status, String zh, String en) {
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
