package io.mendian.simulation;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Runs seeds in one world: trouble while customers buy, then calm until everything is final, then the judgement. */
final class Simulation {

    private static final int MOST_STEPS = 4_000;
    private static final int CALM_ROUNDS = 60;
    private static final int WARM_UP = 6;

    /** The round in which everybody's deadline passes. */
    private static final int JUMP = 2;

    private final World world;
    private final Opening.Shop shop;

    Simulation(String name) {
        world = new World(name);
        world.start();
        shop = Opening.of(world);
        // what services read only once, such as their rules, is read before the first history that counts
        for (long seed = -WARM_UP; seed < 0; seed++) {
            List<String> ignored = run(seed);
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
        List<String> wrong = new ArrayList<>();
        History history = new History();
        begin(seed);
        world.begins(history);
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
        int customers = 1 + random.nextInt(3);
        List<Fiber> visits = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            Visit visit = new Visit(world, shop, history, i);
            visits.add(scheduler.start(null, "customer " + i, visit::run));
        }
        Background background = new Background(world);
        for (int step = 0; step < MOST_STEPS && !visits.stream().allMatch(Fiber::isDone); step++) {
            scheduler.pass(Duration.ofMillis(random.nextInt(12)));
            background.maybe();
            if (random.nextInt(1_500) == 0) {
                scheduler.pass(Duration.ofSeconds(1 + random.nextInt(1_200)));
                world.say("THE CLOCK JUMPS");
            }
            boolean ignored = scheduler.runOne();
        }
    }

    /** Everything works again; what is unfinished has to come to its end by itself. */
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
        for (int round = 0; round < CALM_ROUNDS; round++) {
            background.all();
            scheduler.runUntil(scheduler.nowMicros() + (round == JUMP ? 1_300_000_000L : 10_000_000L));
            if (round > JUMP + 1 && Quiet.isQuiet(world)) {
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
