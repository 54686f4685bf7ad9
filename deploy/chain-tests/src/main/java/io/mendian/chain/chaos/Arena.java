package io.mendian.chain.chaos;

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

/** A chain with its customers, and the judge: after each trial everything has to be final within 60 s, and right. */
final class Arena {

    private static final long MOST_MILLIS = 60_000;
    private static final int MEMBERS = 12;

    final ChainUnderTest chain;
    final Wires wires;
    final Random random;
    private final Path log;
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
    }

    Customers customers() {
        return customers;
    }

    /** Something of everything that customers do, in an order of this seed. */
    void load(int people) {
        List<Consumer<Customers>> journeys = List.of(
                Customers::memberOrder,
                Customers::cashSale,
                Customers::memberWhoGoesAway,
                Customers::orderPaidByWeChat,
                Customers::cashSaleThatComesBack,
                Customers::orderWhosePaymentChanges,
                Customers::saleByBarcode,
                Customers::orderOfTooMuch,
                Customers::orderPaidByWeChatThatComesBack);
        int first = random.nextInt(journeys.size());
        for (int i = 0; i < people; i++) {
            Consumer<Customers> journey = journeys.get((first + i) % journeys.size());
            Customers who = customers;
            customers.begin(() -> journey.accept(who));
        }
    }

    /** Everything is whole again: waits until all is final, and judges. Safety and liveness are counted apart. */
    void judge(String what) {
        trials++;
        long began = System.nanoTime();
        try {
            customers.finish();
            customers.compare();
            long millis = (System.nanoTime() - began) / 1_000_000;
            slowest = Math.max(slowest, millis);
            late += millis > MOST_MILLIS ? 1 : 0;
            say(
                    "%-60s final after %5.1f s, %d orders%s",
                    what, millis / 1000.0, customers.answered(), millis > MOST_MILLIS ? "  LATE" : "");
        } catch (AssertionError | RuntimeException e) {
            violations++;
            say("%-60s VIOLATION %s", what, e);
            keepLogs();
            // what this shop's customers know is spoilt now: others go on
            customers = new Customers(Shop.open(), MEMBERS);
        }
    }

    void kill(Part part) {
        chain.kill(part);
        kills++;
    }

    void killed() {
        kills++;
    }

    /** Starts what does not run; with a crash point it may die before it is healthy. */
    void upUntil(String point) {
        try {
            chain.upWith(Map.of("CRASH_AT", point));
        } catch (CommandFailure diedAlready) {
            note("reached while starting: " + point);
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
        Path kept = log.resolveSibling("violation-" + violations);
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

    boolean passed() {
        return violations == 0 && late == 0;
    }

    int kills() {
        return kills;
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "%d trials, %d kills: %d violations of safety, %d later than 60 s (slowest %.1f s).",
                trials,
                kills,
                violations,
                late,
                slowest / 1000.0);
    }
}
