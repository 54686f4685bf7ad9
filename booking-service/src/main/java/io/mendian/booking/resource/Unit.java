package io.mendian.booking.resource;

import java.util.Comparator;

/** What can be taken by one owner at a time; the natural order is the order in which units are locked. */
public record Unit(Kind kind, long id) implements Comparable<Unit> {

    /** A person by staff id over all stores, a room or equipment by its resource, a member by key. */
    public enum Kind {
        STAFF,
        PLACE,
        MEMBER
    }

    @Override
    public int compareTo(Unit other) {
        return Comparator.comparing(Unit::kind).thenComparingLong(Unit::id).compare(this, other);
    }
}
