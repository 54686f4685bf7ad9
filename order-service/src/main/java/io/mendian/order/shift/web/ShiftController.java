package io.mendian.order.shift.web;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.TypedId;
import io.mendian.order.ordering.OrderView;
import io.mendian.order.shift.CloseShift;
import io.mendian.order.shift.Count;
import io.mendian.order.shift.HandBackCash;
import io.mendian.order.shift.MoveCash;
import io.mendian.order.shift.OpenShift;
import io.mendian.order.shift.ShiftQueries;
import io.mendian.order.shift.ShiftReport;
import io.mendian.order.shift.ShiftSummary;
import io.mendian.order.shift.Till;
import io.mendian.order.shift.Tills;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tills and shifts of a store: opening, cash in and out, X report, count and Z report. */
@RestController
class ShiftController {

    private static final String ID = TypedId.PATTERN;

    private final Tills tills;
    private final OpenShift openShift;
    private final MoveCash moveCash;
    private final CloseShift closeShift;
    private final HandBackCash handBackCash;
    private final ShiftQueries shifts;

    ShiftController(
            Tills tills,
            OpenShift openShift,
            MoveCash moveCash,
            CloseShift closeShift,
            HandBackCash handBackCash,
            ShiftQueries shifts) {
        this.tills = tills;
        this.openShift = openShift;
        this.moveCash = moveCash;
        this.closeShift = closeShift;
        this.handBackCash = handBackCash;
        this.shifts = shifts;
    }

    record TillRequest(
            @NotBlank @Size(max = 20) String code,
            @NotBlank @Size(max = 60) String name) {}

    record OpenRequest(
            @Pattern(regexp = ID) @Nullable String tillId,
            @PositiveOrZero @Max(1_000_000_000L) long openingMinor) {}

    record MoveRequest(
            @Positive @Max(1_000_000_000L) long amountMinor,
            @NotBlank @Size(max = 200) String reason) {}

    record PiecesRequest(
            @Positive @Max(100_000_000L) long valueMinor,
            @PositiveOrZero @Max(100_000L) long pieces) {}

    record CloseRequest(
            @PositiveOrZero @Max(1_000_000_000L) @Nullable Long countedMinor,
            @Size(min = 1, max = 30) @Nullable List<@Valid PiecesRequest> denominations,
            @Size(max = 200) @Nullable String note) {

        @Nullable
        List<Count.Pieces> pieces() {
            return denominations == null
                    ? null
                    : denominations.stream()
                            .map(one -> new Count.Pieces(one.valueMinor, one.pieces))
                            .toList();
        }
    }

    record AcceptRequest(@NotBlank @Size(max = 200) String note) {}

    @Operation(summary = "Tills of this store", description = "The default till has the store's id.")
    @GetMapping("/store/v1/tills")
    @Allow({Right.ORDERS_SELL, Right.TILL_MANAGE})
    List<Till> tills(Caller caller) {
        return tills.list(caller.requireStore());
    }

    @Operation(summary = "Add a till", description = "Errors: 409 TILL_CODE_TAKEN")
    @PostMapping("/store/v1/tills")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.ORDERS_REFUND_APPROVE)
    Till add(@Valid @RequestBody TillRequest request, Caller caller) {
        return tills.add(caller.requireStore(), request.code, request.name);
    }

    @Operation(
            summary = "Open a shift",
            description = "openingMinor (fen): the change counted into the drawer. tillId left out: the store's default"
                    + " till. Errors: 409 SHIFT_ALREADY_OPEN")
    @PostMapping("/store/v1/till-shifts")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.TILL_MANAGE)
    ShiftReport open(@Valid @RequestBody OpenRequest request, Caller caller) {
        return openShift.open(caller.requireStore(), request.tillId, request.openingMinor, caller.staffId());
    }

    @Operation(summary = "Shifts of this store, newest first", description = "At most 200; before: the last id seen.")
    @GetMapping("/store/v1/till-shifts")
    @Allow(Right.TILL_MANAGE)
    List<ShiftSummary> page(
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return shifts.page(caller.requireStore(), before, limit);
    }

    @Operation(
            summary = "X report of the open shift",
            description =
                    "Receipts by means of payment, refunds, discounts, recharges apart from sales, the drawer as it"
                            + " should be. Changes nothing. Errors: 409 SHIFT_NOT_OPEN")
    @GetMapping("/store/v1/till-shifts/current")
    @Allow(Right.TILL_MANAGE)
    ShiftReport current(@RequestParam @Pattern(regexp = ID) @Nullable String tillId, Caller caller) {
        return shifts.current(caller.requireStore(), tillId);
    }

    @Operation(
            summary = "One shift",
            description = "X report while it runs; once it is closed its Z report, as it was made.")
    @GetMapping("/store/v1/till-shifts/{id}")
    @Allow(Right.TILL_MANAGE)
    ShiftReport one(@PathVariable long id, Caller caller) {
        return shifts.require(caller.requireStore(), id);
    }

    @Operation(
            summary = "Pay cash into the drawer",
            description = "For another reason than a sale. amountMinor in fen. Errors: 409 SHIFT_ENDED")
    @PostMapping("/store/v1/till-shifts/{id}/paid-in")
    @Idempotent
    @Allow(Right.TILL_MANAGE)
    ShiftReport paidIn(
            @PathVariable long id,
            @Valid @RequestBody MoveRequest request,
            Caller caller,
            @RequestHeader("Idempotency-Key") String key) {
        return moveCash.move(command(id, request.amountMinor, request.reason, caller, key));
    }

    @Operation(
            summary = "Pay cash out of the drawer",
            description = "With its reason; never more than the drawer should hold. Errors: 409 DRAWER_TOO_LITTLE,"
                    + " SHIFT_ENDED")
    @PostMapping("/store/v1/till-shifts/{id}/paid-out")
    @Idempotent
    @Allow(Right.TILL_MANAGE)
    ShiftReport paidOut(
            @PathVariable long id,
            @Valid @RequestBody MoveRequest request,
            Caller caller,
            @RequestHeader("Idempotency-Key") String key) {
        return moveCash.move(command(id, -request.amountMinor, request.reason, caller, key));
    }

    @Operation(
            summary = "Count the drawer and close the shift",
            description =
                    "countedMinor (fen), or denominations [{valueMinor, pieces}], or both when they agree. From the"
                            + " count on nothing moves in the shift. Status CLOSED with zNumber, or COUNTED with managerNeeded"
                            + " where the difference is above the limit: a manager accepts it with a note, or count again."
                            + " Errors: 409 SHIFT_CLOSED; 400 COUNT_MISMATCH, COUNT_MISSING")
    @PostMapping("/store/v1/till-shifts/{id}/close")
    @Idempotent
    @Allow(Right.TILL_MANAGE)
    ShiftReport close(@PathVariable long id, @Valid @RequestBody CloseRequest request, Caller caller) {
        return closeShift.close(new CloseShift.Command(
                caller.requireStore(),
                id,
                request.countedMinor,
                request.pieces(),
                request.note,
                caller.staffId(),
                caller.has(Right.ORDERS_REFUND_APPROVE)));
    }

    @Operation(
            summary = "Accept the difference of a counted shift",
            description = "By a manager, with a note; the shift closes and its Z report is made. Errors: 409"
                    + " SHIFT_NOT_COUNTED, SHIFT_CLOSED")
    @PostMapping("/store/v1/till-shifts/{id}/accept")
    @Idempotent
    @Allow(Right.ORDERS_REFUND_APPROVE)
    ShiftReport accept(@PathVariable long id, @Valid @RequestBody AcceptRequest request, Caller caller) {
        return closeShift.accept(caller.requireStore(), id, request.note, caller.staffId());
    }

    @Operation(
            summary = "Hand back the cash of an order that ended unpaid",
            description = "Out of the drawer of the open shift; once. Errors: 409 CASH_NOT_TAKEN, SHIFT_NOT_OPEN")
    @PostMapping("/store/v1/orders/{id}/cash-returns")
    @Idempotent
    @Allow(Right.ORDERS_SELL)
    OrderView handBack(@PathVariable long id, Caller caller) {
        return handBackCash.handBack(OrderId.of(id), caller);
    }

    private static MoveCash.Command command(long id, long amount, String reason, Caller caller, String key) {
        String reference = "MOVE-" + UUID.nameUUIDFromBytes((caller.subject() + key).getBytes(StandardCharsets.UTF_8));
        return new MoveCash.Command(caller.requireStore(), id, amount, reason, reference, caller.staffId());
    }
}
