package io.mendian.member.share;

/** A member's own link and what it has brought; {@code leftToday} newcomers more are paid for today. */
public record ShareLink(String link, String campaign, int points, int leftToday, long newcomers, long pointsEarned) {}
