package io.mendian.member.member;

/** As the member says it. */
public enum Gender {
    FEMALE,
    MALE,
    UNKNOWN
}
