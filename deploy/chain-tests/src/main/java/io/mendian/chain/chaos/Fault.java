package io.mendian.chain.chaos;

/**
 * Something that goes wrong for a while and is healed. The names begin with the ids of docs/resilience.md.
 *
 * @param millis how long it lasts
 */
record Fault(String name, int millis, Runnable arm, Runnable heal) {

    private static final int PEOPLE = 12;

    /** Customers come before it and while it lasts. */
    void happen(Arena arena) {
        if (name.startsWith("F18")) {
            // a card that was bought just now is not valid yet when the clock goes back: nobody comes to a class
            arena.clocksMove();
        }
        arena.load(PEOPLE);
        Pause.millis(arena.random.nextInt(400));
        arena.note("begins: " + name);
        arena.attempt(name, arm);
        arena.load(PEOPLE);
        Pause.millis(millis);
        arena.attempt(name, heal);
        arena.note("healed: " + name);
    }
}
