package io.mendian.member.cardshare;

/** The life of a share: nobody uses a card before he has confirmed it himself, and an ended share never comes back. */
public enum CardShareStatus {
    INVITED,
    ACTIVE,
    ENDED;

    public boolean mayBecome(CardShareStatus next) {
        return switch (this) {
            case INVITED -> next == ACTIVE || next == ENDED;
            case ACTIVE -> next == ENDED;
            case ENDED -> false;
        };
    }
}
