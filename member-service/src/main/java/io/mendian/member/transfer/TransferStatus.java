package io.mendian.member.transfer;

import java.util.Set;

/** The life of a transfer: what is offered is set aside until the other takes it, the giver thinks better, or time is up. */
public enum TransferStatus {
    OFFERED,
    DONE,
    CANCELLED,
    EXPIRED;

    public boolean mayBecome(TransferStatus next) {
        return switch (this) {
            case OFFERED -> Set.of(DONE, CANCELLED, EXPIRED).contains(next);
            case DONE, CANCELLED, EXPIRED -> false;
        };
    }
}
