package io.mendian.member.share;

/** A newcomer has named who brought him; whether that one was paid is none of his business. */
public record ShareClaimView(String claimId, String campaign) {}
