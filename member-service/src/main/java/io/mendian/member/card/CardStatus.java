package io.mendian.member.card;

import java.util.Set;

/** The life of a card. A frozen card pays for nothing and its period stands still; a closed one was returned. */
public enum CardStatus {
    ACTIVE,
    FROZEN,
    CLOSED;

    public boolean mayBecome(CardStatus next) {
        return switch (this) {
            case ACTIVE -> Set.of(FROZEN, CLOSED).contains(next);
            case FROZEN -> Set.of(ACTIVE, CLOSED).contains(next);
            case CLOSED -> false;
        };
    }
}
