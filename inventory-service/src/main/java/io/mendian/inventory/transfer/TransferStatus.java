package io.mendian.inventory.transfer;

import java.util.EnumSet;
import java.util.Set;

/** The life of a transfer: shipped pieces are in transit until the receiving store says what arrived. */
public enum TransferStatus {
    IN_TRANSIT,
    RECEIVED;

    Set<TransferStatus> next() {
        return switch (this) {
            case IN_TRANSIT -> EnumSet.of(RECEIVED);
            case RECEIVED -> EnumSet.noneOf(TransferStatus.class);
        };
    }
}
