package io.mendian.booking.appointment;

import java.time.Instant;
import java.util.List;

/** A time at which an appointment can begin now, and with whom; the first is who is chosen when nobody is wished. */
public record SlotView(Instant startsAt, Instant endsAt, List<Person> people) {

    /** A person as members see him. */
    public record Person(String resourceId, String name) {}
}
