package io.mendian.simulation;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Runs seeds in one world: trouble while customers buy, then calm until everything is final, then the judgement. */
final class Simulation {

    private static final int MOST_STEPS = 4_000;

    /** How long everything may take after its deadline, once all works again: promise P4. */
    private static final int CALM_SECONDS = 60;

    /** How slowly messages go and timers are looked at meanwhile. */
    private static final int ROUND_SECONDS = 4;

    private static final int JUMP_AT_SECOND = 8;

    private static final int SECONDS_BETWEEN_JUMPS = 20;
    private static final int WARM_UP = 3;

    private final World world;
    private final Shop shop;

    Simulation(String name) {
        world = new World(name);
        world.start();
        shop = Opening.of(world);
        // what services read only once, such as their rules, is read before the first history that counts
        for (Scene scene : Scene.values()) {
            for (long seed = -WARM_UP; seed < 0; seed++) {
                List<String> ignored = run(seed, scene);
            }
        }
    }

    World world() {
        return world;
    }

    void stop() {
        world.stop();
    }

    /** What was wrong; empty when all was right. */
    List<String> run(long seed) {
        return run(seed, Scene.of(seed));
    }

    private List<String> run(long seed, Scene scene) {
        List<String> wrong = new ArrayList<>();
        History history = new History();
        begin(seed);
        world.begins(scene, history);
        world.say("SCENE " + scene);
        try {
            trouble(history);
            calm();
            wrong.addAll(new Verdict(world, shop, history).wrong());
        } catch (RuntimeException | Error e) {
            java.io.StringWriter text = new java.io.StringWriter();
            e.printStackTrace(new java.io.PrintWriter(text));
            wrong.add("the simulation itself failed: " + text);
        }
        end();
        return wrong;
    }

    private void begin(long seed) {
        world.scheduler().begin(seed, Opening.START_MICROS + 3_600_000_000L);
        world.beginIds(10_000_000_000L);
        world.bus().clear();
        world.provider().clear();
        Random random = world.scheduler().random();
        world.chaos(Chaos.of(random));
        for (Node node : world.nodes()) {
            node.up(true);
            node.clock.isWrongBy(random.nextInt(4) == 0 ? random.nextInt(4_000_000) - 2_000_000 : 0);
        }
    }

    private void trouble(History history) {
        Scheduler scheduler = world.scheduler();
        Random random = scheduler.random();
        List<Fiber> visits = new ArrayList<>();
        for (Person person : world.scene().people(world, shop, history)) {
            visits.add(scheduler.start(null, "customer " + person.number, person::run));
        }
        Background background = new Background(world);
        Jumps jumps = new Jumps(world);
        for (int step = 0; step < MOST_STEPS && !visits.stream().allMatch(Fiber::isDone); step++) {
            scheduler.pass(Duration.ofMillis(random.nextInt(12)));
            background.maybe();
            jumps.maybe();
            boolean ignored = scheduler.runOne();
        }
    }

    /**
     * Everything works again; what is unfinished has to come to its end by itself: within a minute, not counted the deadlines of
     * the scene, each of which passes all at once.
     */
    private void calm() {
        Scheduler scheduler = world.scheduler();
        world.say("CALM");
        world.chaos(Chaos.calm());
        scheduler.calmDown();
        for (Node node : world.nodes()) {
            node.up(true);
            node.clock.isWrongBy(0);
        }
        Background background = new Background(world);
        Queue<Duration> deadlines = new ArrayDeque<>(world.scene().deadlines());
        long nextJump = JUMP_AT_SECOND;
        for (long second = 0; second < CALM_SECONDS; second += ROUND_SECONDS) {
            background.all();
            boolean jump = second == nextJump && !deadlines.isEmpty();
            long pause = jump ? deadlines.poll().toSeconds() : ROUND_SECONDS;
            nextJump = jump ? second + SECONDS_BETWEEN_JUMPS : nextJump;
            scheduler.runUntil(scheduler.nowMicros() + pause * 1_000_000);
            if (!jump && deadlines.isEmpty() && Quiet.isQuiet(world)) {
                return;
            }
        }
    }

    private void end() {
        Scheduler scheduler = world.scheduler();
        scheduler.kill(scheduler.all());
        try {
            for (Node node : world.nodes()) {
                node.database.reset();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One seed again, with everything that happens written down. */
    List<String> replay(long seed, java.io.@Nullable PrintStream out) {
        world.trace().to(out);
        try {
            return run(seed);
        } finally {
            world.trace().to(null);
        }
    }

    /** A number that stands for all that happened. */
    long fingerprint(long seed) {
        world.trace().sumUp(true);
        try {
            List<String> ignored = run(seed);
            return world.trace().sum();
        } finally {
            world.trace().sumUp(false);
        }
    }
}
