package io.mendian.member.giftcard;

import java.util.Set;

/** The life of a gift card. ISSUED: paid for, without a code; ACTIVE: pays; BLOCKED: reported lost; CLOSED: refunded. */
public enum GiftCardStatus {
    ISSUED,
    ACTIVE,
    BLOCKED,
    CLOSED;

    public boolean mayBecome(GiftCardStatus next) {
        return switch (this) {
            case ISSUED -> Set.of(ACTIVE, BLOCKED, CLOSED).contains(next);
            case ACTIVE -> Set.of(BLOCKED, CLOSED).contains(next);
            case BLOCKED -> Set.of(ACTIVE, CLOSED).contains(next);
            case CLOSED -> false;
        };
    }
}
