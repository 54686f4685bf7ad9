package io.mendian.chain.chaos;

import java.util.List;

/** F12: what a broker may hold besides what our relays send. */
final class EventFaults {

    private EventFaults() {}

    static List<Fault> all(Arena arena) {
        PoisonEvents poison = new PoisonEvents(arena);
        return List.of(
                new Fault(
                        "F12 events delivered again, unknown and malformed ones",
                        500,
                        () -> arena.note(new OddEvents(arena.chain.kafka()).send() + " odd events sent"),
                        () -> {}),
                new Fault(
                        "F12 all events since the beginning once more, in any order",
                        500,
                        () -> arena.note(new OddEvents(arena.chain.kafka()).sendAll(arena.random) + " old events sent"),
                        () -> {}),
                new Fault("F12 F22 poisonous events of every known type", 1_000, poison::send, poison::mend));
    }
}
