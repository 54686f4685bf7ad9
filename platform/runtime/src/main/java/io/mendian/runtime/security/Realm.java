package io.mendian.runtime.security;

/** The four kinds of callers; a token of one realm never opens a route of another. */
public enum Realm {
    MEMBER,
    STAFF,
    HQ,
    MACHINE
}
