package io.mendian.member.history;

/** A line of the consumption record; what came back is negative. Amounts in the smallest currency unit. */
public record RecordedLine(String name, long quantity, long netMinor) {}
