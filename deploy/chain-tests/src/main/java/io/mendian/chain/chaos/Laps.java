package io.mendian.chain.chaos;

import java.time.Duration;
import java.time.Instant;

/** How long each part of a run took, and all of it so far. */
final class Laps {

    private final Arena arena;
    private final Instant began;
    private Instant last;

    Laps(Arena arena, Instant began) {
        this.arena = arena;
        this.began = began;
        this.last = began;
    }

    /** Something that began when the one before ended has ended. */
    void end(String what) {
        Instant now = Instant.now();
        arena.say(
                "%s took %d s, %d s since the beginning",
                what,
                Duration.between(last, now).toSeconds(),
                Duration.between(began, now).toSeconds());
        last = now;
    }
}
