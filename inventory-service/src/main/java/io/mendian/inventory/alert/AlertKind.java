package io.mendian.inventory.alert;

/** Why a person should look. */
public enum AlertKind {
    /** The quantity on hand fell below the safety stock; {@code quantity} is what is left. */
    BELOW_SAFETY,
    /** A paid order found less than it needs; {@code quantity} is what is missing. */
    SHORTAGE,
    /** A paid order came after its hold had ended, but everything was still there; {@code quantity} was taken. */
    LATE_CONFIRM,
    /** Less arrived than was shipped; {@code quantity} is missing. */
    LOST_IN_TRANSIT
}
