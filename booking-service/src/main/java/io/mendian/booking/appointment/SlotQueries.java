package io.mendian.booking.appointment;

import io.mendian.booking.BookingProperties;
import io.mendian.booking.place.BookingRule;
import io.mendian.booking.place.Place;
import io.mendian.booking.place.PlaceQueries;
import io.mendian.booking.place.Service;
import io.mendian.booking.place.ServiceRule;
import io.mendian.booking.resource.Calendar;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TimeSlot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the times of a day at which a service can be had. */
@Component
public class SlotQueries {

    private final Calendar calendar;
    private final PlaceQueries places;
    private final BookingProperties properties;
    private final Clock clock;

    SlotQueries(Calendar calendar, PlaceQueries places, BookingProperties properties, Clock clock) {
        this.calendar = calendar;
        this.places = places;
        this.properties = properties;
        this.clock = clock;
    }

    public List<SlotView> slots(StoreId store, SkuId serviceSkuId, LocalDate day) {
        Place place = places.requireStore(store);
        Service service = places.requireService(serviceSkuId);
        ServiceRule rule = places.rule(serviceSkuId);
        Offer offer = Offer.of(calendar.plans(store, place.zone(), serviceSkuId, day), rule.needsPlace());
        List<SlotView> slots = new ArrayList<>();
        ZonedDateTime time = day.atStartOfDay(place.zone());
        for (; time.toLocalDate().equals(day); time = time.plusMinutes(properties.slotStepMinutes())) {
            TimeSlot slot = TimeSlot.of(time.toInstant(), service.duration());
            if (isOpen(rule.rule(), slot.from(), place)) {
                List<SlotView.Person> people = offer.free(slot).stream()
                        .map(person -> new SlotView.Person(person.resourceId(), person.name()))
                        .toList();
                if (!people.isEmpty()) {
                    slots.add(new SlotView(slot.from(), slot.to(), people));
                }
            }
        }
        return slots;
    }

    private boolean isOpen(BookingRule rule, Instant startsAt, Place place) {
        Instant now = clock.instant();
        return startsAt.isAfter(now) && rule.isOpen(now, startsAt, place.zone());
    }
}
