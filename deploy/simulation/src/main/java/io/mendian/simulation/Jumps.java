package io.mendian.simulation;

import java.time.Duration;
import java.util.Random;

/** Jumps of the clock while customers buy; half of them in the middle of a time in which the broker takes nothing. */
final class Jumps {

    /** Three times as long as holds live: news may be later than that, and nobody's coupon is free meanwhile. */
    private static final int LONGEST_SECONDS = 3_600;

    private static final int OUTAGE_STEPS = 240;

    private final World world;
    private int outage;

    Jumps(World world) {
        this.world = world;
    }

    void maybe() {
        Random random = world.scheduler().random();
        if (outage > 0) {
            outage--;
            if (outage == OUTAGE_STEPS / 2) {
                jump(random);
            }
            world.chaos().brokerIsGone(outage > 0);
        } else if (random.nextInt(world.chaos().stepsPerJump()) == 0) {
            if (random.nextBoolean()) {
                jump(random);
            } else {
                outage = OUTAGE_STEPS;
                world.say("THE BROKER GOES AWAY");
            }
        }
    }

    private void jump(Random random) {
        world.scheduler().pass(Duration.ofSeconds(1 + random.nextInt(LONGEST_SECONDS)));
        world.say("THE CLOCK JUMPS");
    }
}
