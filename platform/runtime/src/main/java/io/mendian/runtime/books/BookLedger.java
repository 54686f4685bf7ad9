package io.mendian.runtime.books;

/**
 * What this service says of each thing that another service speaks of too, such as the amount of each paid order. The
 * gatherer compares both sides thing by thing without fetching them all.
 *
 * @param rows selects {@code id} and {@code value} of what was settled before {@code :cut}; {@code id} is unique
 */
public record BookLedger(String name, String rows) {}
