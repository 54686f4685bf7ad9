package io.mendian.member.notice;

/** By what a notice leaves the house; it is in the member's own list whatever becomes of it. */
public enum NoticeChannel {
    WECHAT,
    SMS
}
