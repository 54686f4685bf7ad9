package io.mendian.member.cardshare;

/** Who or what ended a share; TRANSFER and REFUND are written by the card itself. */
public enum ShareEnd {
    OWNER,
    MEMBER,
    TIME,
    TRANSFER,
    REFUND
}
