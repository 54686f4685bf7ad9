package io.mendian.simulation;

import java.util.Random;

/** How often what goes wrong; each seed draws its own mixture, so that some are stormy and some have one fault. */
final class Chaos {

    private final Random random;
    private final double crash;
    private final double loss;
    private final double slow;
    private final double deadlock;
    private final double broker;
    private final double stall;
    private final double provider;
    private final boolean hasty;
    private final boolean jumpy;
    private final boolean impatient;
    private int crashesLeft;
    private boolean brokerGone;

    private Chaos(Random random, double[] p, boolean[] moods, int crashes) {
        this.random = random;
        this.crash = p[0];
        this.loss = p[1];
        this.slow = p[2];
        this.deadlock = p[3];
        this.broker = p[4];
        this.provider = p[5];
        this.stall = p[6];
        this.hasty = moods[0];
        this.jumpy = moods[1];
        this.impatient = moods[2];
        this.crashesLeft = crashes;
    }

    static Chaos calm() {
        return new Chaos(new Random(0), new double[7], new boolean[3], 0);
    }

    /** Each kind of fault is there or not. */
    static Chaos of(Random random) {
        double[] most = {0.02, 0.06, 0.04, 0.02, 0.15, 0.25, 0.05};
        double[] p = new double[most.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = random.nextInt(2) == 0 ? 0 : most[i] * random.nextDouble();
        }
        boolean[] moods = {random.nextInt(3) == 0, random.nextInt(4) == 0, random.nextInt(4) == 0};
        return new Chaos(random, p, moods, 1 + random.nextInt(5));
    }

    boolean crashesHere(String where) {
        // a named point is where somebody thought that it matters
        double chance = where.indexOf(':') > 0 && where.length() < 60 ? crash * 3 : crash;
        if (crashesLeft > 0 && happens(chance)) {
            crashesLeft--;
            return true;
        }
        return false;
    }

    boolean isLost() {
        return happens(loss);
    }

    boolean takesTooLong() {
        return happens(slow);
    }

    boolean deadlock() {
        return happens(deadlock);
    }

    /** A thread gets no further for a while, wherever it is, also inside of a transaction. */
    boolean stalls() {
        return happens(stall);
    }

    boolean brokerIsAway() {
        return brokerGone || happens(broker);
    }

    /** Until it is back nothing at all is taken. */
    void brokerIsGone(boolean gone) {
        brokerGone = gone;
    }

    boolean providerFails() {
        return happens(provider);
    }

    /** The provider tells of money at once, and some comes in the moment in which its payment is closed. */
    boolean isHasty() {
        return hasty;
    }

    /** Customers do not ask again. */
    boolean isImpatient() {
        return impatient;
    }

    /** How many steps are between two jumps of the clock. */
    int stepsPerJump() {
        return jumpy ? 250 : 1_500;
    }

    private boolean happens(double chance) {
        return chance > 0 && random.nextDouble() < chance;
    }
}
