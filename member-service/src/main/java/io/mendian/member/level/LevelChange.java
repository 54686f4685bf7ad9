package io.mendian.member.level;

import java.time.Instant;

/** One line of a member's level history. */
public record LevelChange(
        long step, String fromLevel, String toLevel, String causeType, String causeId, Instant changedAt) {}
