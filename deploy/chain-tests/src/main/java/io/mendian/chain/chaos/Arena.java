package io.mendian.chain.chaos;

import io.mendian.chain.Answered;
import io.mendian.chain.ChainUnderTest;
import io.mendian.chain.Customers;
import io.mendian.chain.Shop;
import io.mendian.chain.fault.Wires;
import io.mendian.supervisor.CommandFailure;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A chain with its customers, and the judge. After each trial two things are judged apart: liveness, everything has come to
 * its end within 60 s of the healing; and safety, what came of it is right.
 */
final class Arena {

    private static final long MOST_MILLIS = 60_000;
    private static final int MEMBERS = 12;
    private static final List<Consumer<Customers>> JOURNEYS = List.of(
            Customers::memberOrder,
            Customers::cashSale,
            Customers::memberWhoGoesAway,
            Customers::orderPaidByWeChat,
            Customers::cashSaleThatComesBack,
            customers -> customers.more().exchange(),
            Customers::orderWhosePaymentChanges,
            customers -> customers.more().couponForPoints(),
            Customers::saleByBarcode,
            Customers::orderOfTooMuch,
            customers -> customers.more().rechargeThatComesBack(),
            customers -> customers.more().newGoods(),
            Customers::orderPaidByWeChatThatComesBack,
            customers -> customers.more().looksAtTheBooks());

    final ChainUnderTest chain;
    final Wires wires;
    final Random random;
    private final Path log;
    private final ClassGuests guests;
    private Customers customers;
    private int trials;
    private int kills;
    private int violations;
    private int late;
    private long slowest;

    Arena(ChainUnderTest chain, Wires wires, Random random, Path log) {
        this.chain = chain;
        this.wires = wires;
        this.random = random;
        this.log = log;
        this.customers = new Customers(Shop.open(), MEMBERS);
        this.guests = new ClassGuests();
    }

    Customers customers() {
        return customers;
    }

    /** Something of everything that customers do, in an order of this seed. */
    synchronized void load(int people) {
        int first = random.nextInt(JOURNEYS.size());
        for (int i = 0; i < people; i++) {
            Consumer<Customers> journey = JOURNEYS.get((first + i) % JOURNEYS.size());
            Customers who = customers;
            customers.begin(() -> journey.accept(who));
        }
        guests.one().ifPresent(customers::begin);
    }

    /** Waits until everybody has what he came for; in the middle of a trial too, what was wrong is wrong. */
    void calm() {
        try {
            customers.finish();
        } catch (AssertionError e) {
            violations++;
            spoilt("while a fault lasts", "VIOLATION (safety)", e);
        }
    }

    /** Arms or heals a fault. What that itself fails by is a flaw of the trial, told, and tried once more with everything running. */
    void attempt(String what, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException | AssertionError e) {
            say("%s: %s", what, e);
            up();
            act.run();
        }
    }

    /** Everything is whole again: waits until all is final, and judges. */
    void judge(String what) {
        trials++;
        long began = System.nanoTime();
        try {
            customers.finish();
            customers.settle();
            long millis = (System.nanoTime() - began) / 1_000_000;
            slowest = Math.max(slowest, millis);
            boolean tooLate = millis > MOST_MILLIS;
            late += tooLate ? 1 : 0;
            customers.compare();
            say(
                    "%-68s final after %5.1f s, %d orders%s",
                    what, millis / 1000.0, customers.answered(), tooLate ? "  LATE (liveness)" : "");
        } catch (ConditionTimeoutException e) {
            late++;
            spoilt(what, "NEVER FINAL (liveness)", e);
        } catch (AssertionError | RuntimeException e) {
            violations++;
            spoilt(what, "VIOLATION (safety)", e);
        }
        invite();
    }

    private void invite() {
        try {
            guests.invite();
        } catch (AssertionError | RuntimeException e) {
            note("nobody could book a class: " + e);
            guests.forget();
        }
    }

    /** Clocks go wrong: nobody is expected at a class any more. */
    void clocksMove() {
        guests.forget();
    }

    private void spoilt(String what, String verdict, Throwable why) {
        say("%-68s %s %s", what, verdict, why);
        keepLogs();
        // what this shop's customers know is spoilt now
        otherCustomers();
    }

    /** Others go on, in another shop. */
    void otherCustomers() {
        guests.forget();
        customers = new Customers(Shop.open(), MEMBERS);
    }

    void kill(Part part) {
        if (chain.runs(part)) {
            chain.kill(part);
            kills++;
        }
    }

    void killed() {
        kills++;
    }

    /** Starts what does not run; with crash points a part may die before it is healthy. */
    void upUntil(String points) {
        try {
            chain.upWith(Map.of("CRASH_AT", points));
        } catch (CommandFailure | io.mendian.embedded.ServerFailure diedAlready) {
            note("reached while starting, one of: " + points);
        }
    }

    /** Starts what does not run; a part that dies of an earlier crash point meanwhile is started once more. */
    void up() {
        try {
            chain.up();
        } catch (CommandFailure | io.mendian.embedded.ServerFailure e) {
            note("once more: " + e.getMessage());
            chain.up();
        }
    }

    void say(String format, Object... what) {
        String line = String.format(Locale.ROOT, format, what);
        System.out.println(line);
        note(line);
    }

    void note(String line) {
        try {
            Files.writeString(
                    log, Instant.now() + " " + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepLogs() {
        Path kept = log.resolveSibling("violation-" + (violations + late));
        try (Stream<Path> logs = Files.list(chain.home().resolve("run"))) {
            Files.createDirectories(kept);
            for (Path file :
                    logs.filter(name -> name.toString().endsWith(".log")).toList()) {
                Files.copy(file, kept.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of it so far. */
    record Figures(int trials, int kills, int violations, int late, long slowestMillis) {

        boolean passed() {
            return violations == 0 && late == 0;
        }
    }

    Figures figures() {
        return new Figures(trials, kills, violations, late, slowest);
    }

    /** Something that is judged elsewhere was not as it has to be. */
    void violated() {
        violations++;
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "%d trials, %d kills, %d answers asked for again: %d violations of safety, %d later than 60 s (slowest %.1f s)",
                trials,
                kills,
                Answered.askedAgain(),
                violations,
                late,
                slowest / 1000.0);
    }
}
