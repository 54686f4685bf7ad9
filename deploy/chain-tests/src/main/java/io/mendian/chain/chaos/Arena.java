package io.mendian.chain.chaos;

import io.mendian.chain.ChainUnderTest;
import io.mendian.chain.Customers;
import io.mendian.chain.Shop;
import io.mendian.chain.fault.Wires;
import io.mendian.supervisor.CommandFailure;
import io.mendian.supervisor.Part;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A chain with its customers, who kills whom, and the judge. */
final class Arena {

    private static final int MEMBERS = 12;

    /** Then others come to a new store: who compares everything each time compares too much in the end. */
    private static final int MANY_ORDERS = 2_000;

    final ChainUnderTest chain;
    final Wires wires;
    final Random random;
    private final FaultLog log;
    private final ClassGuests guests;
    private final Crowd crowd;
    private final Deaths deaths = new Deaths();
    private final Judge judge;
    private Customers customers;

    Arena(ChainUnderTest chain, Wires wires, Random random, FaultLog log) {
        this.chain = chain;
        this.wires = wires;
        this.random = random;
        this.log = log;
        this.judge = new Judge(log, chain.home().resolve("run"), deaths);
        this.customers = new Customers(Shop.open(), MEMBERS);
        this.guests = new ClassGuests();
        this.crowd = new Crowd(random, guests);
    }

    Customers customers() {
        return customers;
    }

    /** Something of everything that customers do, in an order of this seed. */
    synchronized void load(int people) {
        crowd.once(customers, random, people);
        somebodyComesToClass();
    }

    /** From now on so many customers do one thing after the other, until the next judgement. */
    void crowd(int people) {
        crowd.keepComing(customers, people);
    }

    /** Somebody does what leads to a point. */
    void toReach(String point) {
        crowd.toReach(customers, point);
    }

    void somebodyComesToClass() {
        guests.one().ifPresent(customers::begin);
    }

    /** Waits until everybody has what he came for; in the middle of a trial too, what was wrong is wrong. */
    void calm() {
        try {
            customers.finish();
        } catch (AssertionError e) {
            judge.violation("while a fault lasts", e);
            // what this shop's customers know is spoilt now
            otherCustomers();
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
        crowd.close();
        if (!judge.judge(what, customers)) {
            otherCustomers();
        }
        if (customers.answered() > MANY_ORDERS) {
            customers = new Customers(Shop.open(), MEMBERS);
        }
        invite();
        judge.begin();
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

    /** Others go on, in another shop. */
    void otherCustomers() {
        guests.forget();
        customers = new Customers(Shop.open(), MEMBERS);
    }

    void kill(Part part) {
        if (chain.runs(part)) {
            boolean healthy = chain.becameHealthy(part);
            chain.kill(part);
            deaths.died(part.title(), healthy, false);
        }
    }

    /** A second instance was killed. */
    void killed() {
        deaths.died("second instance", true, false);
    }

    /** A part died at the point it was started with. */
    void diedAtPoint(Part part) {
        deaths.died(part.title(), chain.becameHealthy(part), true);
    }

    /** Kills a server and starts it again. */
    void restartServer(String name) {
        chain.killServer(name);
        deaths.died(name, true, false);
        try {
            chain.upServers();
        } catch (CommandFailure | io.mendian.embedded.ServerFailure e) {
            note(name + " with the next wave: " + e.getMessage());
        }
    }

    /** Starts what does not run, some to die at a point, perhaps before they are healthy. */
    void upArmed(Map<Part, String> points) {
        Map<String, String> extra = new HashMap<>();
        points.forEach((part, point) -> extra.put(part.title() + "/CRASH_AT", point));
        try {
            chain.upWith(extra);
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
        log.say(format, what);
    }

    void note(String line) {
        log.note(line);
    }

    Figures figures() {
        return judge.figures();
    }

    /** Something that is judged elsewhere was not as it has to be. */
    void violated() {
        judge.violated();
    }

    String summary() {
        return judge.summary();
    }
}
