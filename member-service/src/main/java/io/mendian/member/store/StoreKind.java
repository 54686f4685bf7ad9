package io.mendian.member.store;

/** What a store does for a living. */
public enum StoreKind {
    RETAIL,
    RESTAURANT,
    GYM
}
