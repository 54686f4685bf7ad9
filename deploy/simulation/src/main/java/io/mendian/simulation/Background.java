package io.mendian.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What services do by themselves: relays, deliveries, timers; in trouble at random, late, and twice at once. */
final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int MOST_FIBERS = 14;

    private final World world;
    private final Random random;
    private final Map<String, Long> lastRun = new HashMap<>();

    Background(World world) {
        this.world = world;
        this.random = world.scheduler().random();
    }

    void maybe() {
        // what was bought has to be known before it can be given back
        int seldom = world.scene() == Scene.TOP_UP ? 3 : 10;
        if (world.scheduler().live() > MOST_FIBERS || random.nextInt(seldom) != 0) {
            return;
        }
        Node node = world.playing().get(random.nextInt(world.playing().size()));
        if (!node.isUp()) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0, 1 -> relay(node);
            case 2, 3, 4 -> deliver(node);
            default -> {
                Node.Task task = node.tasks().get(random.nextInt(node.tasks().size()));
                start(node, task);
                if (random.nextInt(5) == 0) {
                    start(node, task);
                }
            }
        }
    }

    private void relay(Node node) {
        start(node, node.relay());
    }

    private void deliver(Node node) {
        List<String> topics = world.bus().topics();
        if (topics.isEmpty()) {
            return;
        }
        String topic = topics.get(random.nextInt(topics.size()));
        if (random.nextInt(20) == 0) {
            world.bus().rewind(node.name, topic, 1 + random.nextInt(6));
        }
        int most = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(10);
        start(node, delivery(node, topic, most));
    }

    /** What is due: messages at once, timers when their time has come. */
    void all() {
        for (Node node : world.playing()) {
            List<Node.Task> due = node.tasks().stream()
                    .filter(task ->
                            lastRun.getOrDefault(node + task.name(), Long.MIN_VALUE / 2) + task.everyMillis() * 1_000
                                    <= world.scheduler().nowMicros())
                    .toList();
            due.forEach(
                    task -> lastRun.put(node + task.name(), world.scheduler().nowMicros()));
            Fiber ignored = world.scheduler().start(node, node + " by itself", () -> everything(node, due));
        }
    }

    private void everything(Node node, List<Node.Task> due) {
        due.forEach(task -> run(node, task));
        for (String topic : world.bus().topics()) {
            run(node, delivery(node, topic, 200));
        }
    }

    private Node.Task delivery(Node node, String topic, int most) {
        return new Node.Task("delivery of " + topic, 0, () -> {
            boolean ignored = world.bus().deliver(node.name, topic, most, node.dispatcher());
        });
    }

    private void start(Node node, Node.Task task) {
        Fiber ignored = world.scheduler().start(node, node + " " + task.name(), () -> run(node, task));
    }

    private static void run(Node node, Node.Task task) {
        try {
            task.work().run();
        } catch (RuntimeException e) {
            // as the scheduler of a service has it: told, and tried again at its next time
            LOG.info("{} {}: {}", node, task.name(), e.toString());
        }
    }
}
