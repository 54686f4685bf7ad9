package io.mendian.member.code;

/** What a code is good for; a code of one purpose opens nothing else. */
public enum CodePurpose {
    LOGIN,
    CHANGE_PHONE,
    NEW_DEVICE
}
