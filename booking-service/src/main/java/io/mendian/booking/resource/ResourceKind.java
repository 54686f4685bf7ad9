package io.mendian.booking.resource;

/** What a service or class needs: a person, a room, or a piece of equipment. */
public enum ResourceKind {
    STAFF,
    ROOM,
    EQUIPMENT
}
