package io.mendian.simulation;

import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.event.SimulatedRelay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One service of a world: what its process is, and the fibers that run in it. */
final class Node {

    final String name;
    final Database database;
    final SimClock clock;
    private final Set<Fiber> fibers = new LinkedHashSet<>();
    private final List<Task> tasks = new ArrayList<>();
    private ConfigurableApplicationContext context;
    private Routes routes;
    private SimulatedRelay relay;
    private EventDispatcher dispatcher;
    private boolean up = true;

    /** Something that a process does by itself, again and again after so many milliseconds. */
    record Task(String name, long everyMillis, Runnable work) {}

    @SuppressWarnings("NullAway.Init") // a node and its context know each other
    Node(String name, Database database, SimClock clock) {
        this.name = name;
        this.database = database;
        this.clock = clock;
    }

    void starts(ConfigurableApplicationContext started, Routes itsRoutes, SimulatedRelay itsRelay, List<Task> timers) {
        context = started;
        routes = itsRoutes;
        relay = itsRelay;
        dispatcher = started.getBean(EventDispatcher.class);
        tasks.addAll(timers);
        tasks.add(new Task("relay", 0, relay::drain));
    }

    Set<Fiber> fibers() {
        return fibers;
    }

    List<Task> tasks() {
        return tasks;
    }

    /** Sends what was told. */
    Task relay() {
        return tasks.getLast();
    }

    Routes routes() {
        return routes;
    }

    EventDispatcher dispatcher() {
        return dispatcher;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    boolean isUp() {
        return up;
    }

    void up(boolean now) {
        if (now) {
            relay.restart();
        }
        up = now;
    }

    void stop() {
        context.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
