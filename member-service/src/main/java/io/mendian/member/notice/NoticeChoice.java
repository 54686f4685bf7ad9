package io.mendian.member.notice;

/**
 * What a member wants to be told by. By WeChat unless he says otherwise, for WeChat asks him before each message; by SMS
 * only after he has said yes.
 */
public record NoticeChoice(boolean byWeChat, boolean bySms) {

    static final NoticeChoice FIRST = new NoticeChoice(true, false);

    boolean none() {
        return !byWeChat && !bySms;
    }
}
