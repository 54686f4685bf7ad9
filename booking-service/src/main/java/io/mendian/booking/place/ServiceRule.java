package io.mendian.booking.place;

/** How a service is booked by appointment: whether it needs a room or equipment besides a person, and its rule. */
public record ServiceRule(boolean needsPlace, BookingRule rule) {

    public static final ServiceRule DEFAULT = new ServiceRule(false, BookingRule.DEFAULT);
}
