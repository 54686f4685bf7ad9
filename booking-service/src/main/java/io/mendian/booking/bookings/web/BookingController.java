package io.mendian.booking.bookings.web;

import io.mendian.booking.bookings.BookSeat;
import io.mendian.booking.bookings.BookingQueries;
import io.mendian.booking.bookings.BookingView;
import io.mendian.booking.bookings.CancelBooking;
import io.mendian.booking.bookings.CancelBooking.Reason;
import io.mendian.booking.bookings.CancelClass;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bookings of the member who calls, and those of a store. */
@RestController
class BookingController {

    private final BookSeat bookSeat;
    private final CancelBooking cancelBooking;
    private final CancelClass cancelClass;
    private final BookingQueries queries;

    BookingController(BookSeat bookSeat, CancelBooking cancelBooking, CancelClass cancelClass, BookingQueries queries) {
        this.bookSeat = bookSeat;
        this.cancelBooking = cancelBooking;
        this.cancelClass = cancelClass;
        this.queries = queries;
    }

    @Operation(
            summary = "Book a seat in a class",
            description =
                    "409 CLASS_FULL, ALREADY_BOOKED, CLASS_CANCELLED, BOOKING_NOT_OPEN (opensAt), BOOKING_CLOSED (closedAt).")
    @PostMapping("/app/v1/class-sessions/{sessionId}/bookings")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow
    BookingView book(@PathVariable long sessionId, OperationId operation, Caller caller) {
        return bookSeat.book(operation.value(), sessionId, caller.memberKey());
    }

    @Operation(
            summary = "My bookings, latest beginning first",
            description = "before: the beginning of the last booking seen. limit 1 to 200.")
    @GetMapping("/app/v1/bookings")
    @Allow
    List<BookingView> mine(
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        Instant end = before == null ? Instant.parse("9000-01-01T00:00:00Z") : before;
        return queries.ofMember(caller.memberKey(), end, limit);
    }

    @Operation(summary = "One of my bookings", description = "404 for another member's.")
    @GetMapping("/app/v1/bookings/{bookingId}")
    @Allow
    BookingView one(@PathVariable long bookingId, Caller caller) {
        MemberKey member = caller.memberKey();
        return queries.require(bookingId, booking -> booking.memberKey().equals(member));
    }

    @Operation(
            summary = "Cancel one of my bookings",
            description =
                    "Frees seat, person and room. Again: the same answer. 409 CANCEL_TOO_LATE (until), BOOKING_CHECKED_IN; 404 for "
                            + "another member's.")
    @DeleteMapping("/app/v1/bookings/{bookingId}")
    @Idempotent
    @Allow
    BookingView cancel(@PathVariable long bookingId, Caller caller) {
        MemberKey member = caller.memberKey();
        return cancelBooking.cancel(
                bookingId, Reason.MEMBER, booking -> booking.memberKey().equals(member));
    }

    @Operation(
            summary = "The bookings of this store on a date",
            description =
                    "date: yyyy-MM-dd in the store's calendar. mine: only those with the caller, which every staff member may see; "
                            + "all of them needs BOOKING_READ. limit 1 to 200, by time.")
    @GetMapping("/store/v1/bookings")
    @Allow
    List<BookingView> ofStore(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam LocalDate date,
            @RequestParam(defaultValue = "200") @Min(1) @Max(200) int limit,
            Caller caller) {
        if (!mine && !caller.has(Right.BOOKING_READ)) {
            throw CommonProblem.NOT_ALLOWED.with();
        }
        return queries.ofStore(caller.requireStore(), date, mine ? caller.staffId() : null, limit);
    }

    @Operation(
            summary = "Cancel a booking for a member",
            description = "At any time before check-in; 404 for another store's.")
    @DeleteMapping("/store/v1/bookings/{bookingId}")
    @Idempotent
    @Allow(Right.BOOKING_WRITE)
    BookingView cancelAtStore(@PathVariable long bookingId, Caller caller) {
        StoreId store = caller.requireStore();
        return cancelBooking.cancel(
                bookingId, Reason.STORE, booking -> booking.storeId().equals(store));
    }

    @Operation(
            summary = "Cancel one class with all its bookings",
            description =
                    "Each member's booking is cancelled with the reason CLASS_CANCELLED. Again: nothing. 404 for another store's.")
    @PostMapping({
        "/hq/v1/stores/{storeId}/class-sessions/{sessionId}/cancel",
        "/store/v1/class-sessions/{sessionId}/cancel"
    })
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Idempotent
    @Allow({Right.BOOKING_WRITE, Right.BOOKING_RULES})
    void cancelClass(
            @PathVariable(required = false) @Nullable Long storeId, @PathVariable long sessionId, Caller caller) {
        StoreId store = storeId == null ? caller.requireStore() : StoreId.of(storeId);
        caller.requireReach(store);
        cancelClass.cancel(sessionId, store);
    }
}
