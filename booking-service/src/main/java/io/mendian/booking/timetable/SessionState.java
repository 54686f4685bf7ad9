package io.mendian.booking.timetable;

/** A session is open until it is cancelled; a cancelled one never opens again. */
public enum SessionState {
    OPEN,
    CANCELLED
}
