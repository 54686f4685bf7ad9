package io.mendian.order.payment;

import java.util.Set;

/** The life of a payment by WeChat Pay. */
public enum PaymentStatus {
    /** Its number is given out; the provider may or may not know it. */
    CREATED,
    /** The payer may pay. */
    OPEN,
    /** The money covers its order; surplus where that ends unpaid later and the money is not kept. */
    CAPTURED,
    /** It can no longer be paid. */
    CLOSED,
    /** A barcode payment that is being taken back: whether the payer pays meanwhile or not, he has his money in the end. */
    REVERSING,
    /** Taken back; what is told of its money now was so before. */
    REVERSED,
    /** Money came that its order did not need; it is refunded by itself. */
    SURPLUS;

    /** The statuses that may follow; money that came is never forgotten, also after a close. */
    public Set<PaymentStatus> next() {
        return switch (this) {
            case CREATED -> Set.of(OPEN, CAPTURED, CLOSED, SURPLUS, REVERSING);
            case OPEN -> Set.of(CAPTURED, CLOSED, SURPLUS, REVERSING);
            case REVERSING -> Set.of(REVERSED, OPEN);
            case CLOSED -> Set.of(SURPLUS, CAPTURED);
            case CAPTURED -> Set.of(SURPLUS);
            case SURPLUS, REVERSED -> Set.of();
        };
    }

    boolean isOpen() {
        return this == CREATED || this == OPEN || this == REVERSING;
    }
}
