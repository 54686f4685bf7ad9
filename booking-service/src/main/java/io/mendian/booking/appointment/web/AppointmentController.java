package io.mendian.booking.appointment.web;

import io.mendian.booking.appointment.MakeAppointment;
import io.mendian.booking.appointment.SlotQueries;
import io.mendian.booking.appointment.SlotView;
import io.mendian.booking.bookings.BookingView;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Appointments of the member who calls. */
@RestController
class AppointmentController {

    private final SlotQueries slots;
    private final MakeAppointment makeAppointment;

    AppointmentController(SlotQueries slots, MakeAppointment makeAppointment) {
        this.slots = slots;
        this.makeAppointment = makeAppointment;
    }

    record AppointmentRequest(
            @NotNull StoreId storeId,
            @NotNull SkuId serviceSkuId,
            @NotNull Instant startsAt,
            @Pattern(regexp = TypedId.PATTERN) @Nullable String resourceId) {}

    @Operation(
            summary = "The times of a date at which a service can be booked now, and with whom",
            description =
                    "Every time offered can be booked, by whoever comes first. date: yyyy-MM-dd in the store's calendar.")
    @GetMapping("/app/v1/appointments/slots")
    @Allow
    List<SlotView> slots(@RequestParam long storeId, @RequestParam long serviceSkuId, @RequestParam LocalDate date) {
        return slots.slots(StoreId.of(storeId), SkuId.of(serviceSkuId), date);
    }

    @Operation(
            summary = "Book an appointment",
            description =
                    "startsAt: an instant on a whole five minutes. resourceId: the wished person; without one the least busy. 409 "
                            + "SLOT_TAKEN, STAFF_TAKEN, NOT_WORKING, ON_LEAVE, NOBODY_FOR_SERVICE, NO_PLACE_FREE, MEMBER_TAKEN, TIME_NOT_OFFERED, "
                            + "BOOKING_NOT_OPEN, BOOKING_CLOSED; 404 SERVICE_UNKNOWN.")
    @PostMapping("/app/v1/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow
    BookingView make(@Valid @RequestBody AppointmentRequest body, Caller caller) {
        return makeAppointment.make(new MakeAppointment.Wish(
                caller.memberKey(),
                body.storeId(),
                body.serviceSkuId(),
                body.startsAt(),
                body.resourceId() == null ? null : Long.valueOf(body.resourceId())));
    }
}
