package io.mendian.member.cardshare;

/** What the other is to the owner of the card. */
public enum Relation {
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    OTHER
}
