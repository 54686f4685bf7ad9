package io.mendian.member.notice;

/**
 * The life of a notice. SKIPPED: he wants none, allows no channel, or there is nothing to tell any more. UNCONFIRMED:
 * handed to a provider that tells two equal messages not apart, and no answer came; it is not sent again.
 */
public enum NoticeStatus {
    DUE,
    SENDING,
    SENT,
    UNCONFIRMED,
    SKIPPED,
    FAILED;

    public boolean mayBecome(NoticeStatus next) {
        return switch (this) {
            case DUE -> next == SENDING || next == SKIPPED || next == FAILED;
            case SENDING -> true;
            case SENT, UNCONFIRMED, SKIPPED, FAILED -> false;
        };
    }
}
