package io.mendian.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What is played in a seed: who comes, which services that needs, and for which deadlines something may wait. A seed plays one scene, so that each is dense and no seed pays for all of them.
 */
enum Scene {

    /** Goods by every tender, cancelled, paid late or twice, brought back. */
    CHECKOUT(5, Deadlines.ORDER, "member", "marketing", "inventory", "order"),

    /** The same member on several phones at once: one coupon, one wallet, a promotion that serves two orders. */
    RUSH(2, Deadlines.ORDER, "member", "marketing", "inventory", "order"),

    /** Group-buys that fill or fail, and a flash sale of one piece. */
    GROUP(3, Deadlines.GROUP, "member", "marketing", "inventory", "order"),

    /** Classes with few seats, paid by uses of a card at the door. */
    CLASS(3, Deadlines.CHECK_IN, "member", "booking"),

    /** Stored value is bought, spent and given back. */
    TOP_UP(2, Deadlines.ORDER, "member", "marketing", "inventory", "order"),

    /** Pieces go from store to store while they are sold. */
    TRANSFER(1, Deadlines.ORDER, "member", "marketing", "inventory", "order");

    private static final class Deadlines {
        /** An order is paid within 15 minutes, its payment is closed 3 minutes later, what it held ends then. */
        private static final List<Duration> ORDER = List.of(Duration.ofMinutes(22));

        /** A group that opens with the last payment of an order lives for an hour. */
        private static final List<Duration> GROUP = List.of(Duration.ofMinutes(22), Duration.ofMinutes(61));

        /** A check-in that stopped is taken up after 30 s; until then somebody may still be on his way to the door. */
        private static final List<Duration> CHECK_IN = List.of(Duration.ofMinutes(3));
    }

    private final int weight;
    private final List<Duration> deadlines;
    private final Set<String> services;

    Scene(int weight, List<Duration> deadlines, String... services) {
        this.weight = weight;
        this.deadlines = deadlines;
        this.services = Set.of(services);
    }

    static Scene of(long seed) {
        int all = 0;
        for (Scene scene : values()) {
            all += scene.weight;
        }
        int at = Math.floorMod(Seeds.mixed(~seed), all);
        for (Scene scene : values()) {
            at -= scene.weight;
            if (at < 0) {
                return scene;
            }
        }
        throw new IllegalStateException();
    }

    /** When these have passed, one after the other, and 60 s besides, nothing may be unfinished. */
    List<Duration> deadlines() {
        return deadlines;
    }

    boolean needs(String node) {
        return services.contains(node.substring(0, node.indexOf('-')));
    }

    /** Whether orders are placed in it. */
    boolean sells() {
        return services.contains("order");
    }

    /** Those who come. */
    List<Person> people(World world, Shop shop, History history) {
        Random random = world.scheduler().random();
        int many =
                switch (this) {
                    case CHECKOUT -> 1 + random.nextInt(3);
                    case RUSH, CLASS -> 3 + random.nextInt(2);
                    default -> 2 + random.nextInt(2);
                };
        return java.util.stream.IntStream.range(0, many)
                .<Person>mapToObj(number -> person(new Person.Seat(world, shop, history, number), random))
                .toList();
    }

    private Person person(Person.Seat seat, Random random) {
        return switch (this) {
            case CHECKOUT -> new Visit(seat);
            case RUSH -> new HastyVisit(seat);
            case GROUP -> new GroupVisit(seat);
            case CLASS -> new ClassVisit(seat);
            case TOP_UP -> random.nextInt(3) > 0 ? new TopUpVisit(seat) : new Visit(seat);
            case TRANSFER -> random.nextInt(3) > 0 ? new TransferVisit(seat) : new Visit(seat);
        };
    }
}
