package io.mendian.chain.chaos;

/**
 * Something that goes wrong for a while and is healed. The names begin with the ids of docs/resilience.md.
 *
 * @param millis how long it lasts
 */
record Fault(String name, int millis, Runnable arm, Runnable heal) {}
