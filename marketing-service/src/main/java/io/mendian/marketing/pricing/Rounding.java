package io.mendian.marketing.pricing;

/** Where a level discount is rounded half-up: on every piece, or once on the whole line. */
public enum Rounding {
    PIECE,
    LINE
}
