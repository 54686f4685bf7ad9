package io.mendian.booking.timetable;

/** The kinds of classes; how one is booked is set per series. */
public enum ClassKind {
    PRIVATE,
    SMALL,
    LARGE,
    SPINNING,
    DANCE
}
