package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import java.time.Instant;

/** A member who has signed in: his tokens, and whether he became a member just now. */
public record MemberLogin(
        MemberKey memberKey,
        boolean created,
        String accessToken,
        Instant accessExpiresAt,
        String refreshToken,
        Instant refreshExpiresAt) {}
