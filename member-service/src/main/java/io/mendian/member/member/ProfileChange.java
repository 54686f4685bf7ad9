package io.mendian.member.member;

import java.time.Instant;

/** That a field of a profile was changed, by whom and when; the values are for the unmasked eye only. */
public record ProfileChange(String field, String actor, Instant changedAt) {}
