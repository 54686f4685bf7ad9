package io.mendian.member.review;

/** OPEN until somebody has looked at it; a REFUSED one may be written again; WITHDRAWN when the line came back whole. */
public enum ReviewStatus {
    OPEN,
    APPROVED,
    REFUSED,
    WITHDRAWN
}
