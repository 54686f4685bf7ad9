package io.mendian.member.login;

import java.time.Instant;

/** What a login gives: an access token for 30 minutes, and a refresh token that is good once, for 30 days. */
public record TokenPair(String accessToken, Instant accessExpiresAt, String refreshToken, Instant refreshExpiresAt) {}
