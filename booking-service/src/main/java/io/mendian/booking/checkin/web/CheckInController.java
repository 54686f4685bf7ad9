package io.mendian.booking.checkin.web;

import io.mendian.booking.bookings.BookingView;
import io.mendian.booking.checkin.CheckIn;
import io.mendian.kernel.TypedId;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Check-in at the desk. */
@RestController
class CheckInController {

    private final CheckIn checkIn;

    CheckInController(CheckIn checkIn) {
        this.checkIn = checkIn;
    }

    record CheckInRequest(
            @NotBlank @Size(max = 100) String memberCode,
            @Pattern(regexp = TypedId.PATTERN) @Nullable String bookingId,
            @Pattern(regexp = TypedId.PATTERN) @Nullable String sessionId) {}

    @Operation(
            summary = "Check a member in by his code",
            description =
                    "Takes one use of a card where the service asks for it, however often it is tried. Without bookingId and sessionId: "
                            + "what he has booked about now. sessionId without a booking: a walk-in, if the class allows it. 409 BOOKING_NEEDED, "
                            + "NO_CARD_FOR_SERVICE, CHECK_IN_TOO_EARLY, CHECK_IN_TOO_LATE, CLASS_FULL, MEMBER_CODE_USED; 410 MEMBER_CODE_EXPIRED; "
                            + "404 for another store's or member's booking.")
    @PostMapping("/store/v1/check-ins")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow({Right.BOOKING_WRITE, Right.ORDERS_SELL})
    BookingView checkIn(@Valid @RequestBody CheckInRequest body, Caller caller, OperationId operation) {
        return checkIn.checkIn(
                operation.value(),
                new CheckIn.Scan(caller.requireStore(), body.memberCode(), id(body.bookingId()), id(body.sessionId())));
    }

    private static @Nullable Long id(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
