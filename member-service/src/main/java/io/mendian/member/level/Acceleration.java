package io.mendian.member.level;

/** A single purchase from this amount on lifts to this level at once, until the end of its period. */
public record Acceleration(long fromMinor, String level) {}
