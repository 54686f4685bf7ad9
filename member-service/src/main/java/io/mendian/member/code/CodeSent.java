package io.mendian.member.code;

import java.time.Instant;

/** A code is on its way. The session comes back with the code; a new code may be asked for at {@code resendAt}. */
public record CodeSent(String session, Instant expiresAt, Instant resendAt) {}
