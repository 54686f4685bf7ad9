package io.mendian.order.till.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.order.till.CloseDay;
import io.mendian.order.till.DayQueries;
import io.mendian.order.till.DayReport;
import io.mendian.order.till.ParkSale;
import io.mendian.order.till.ParkedSale;
import io.mendian.order.till.ParkedSales;
import io.mendian.order.till.TakeUpParkedSale;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The till of a store: parked sales, receipts, business days. */
@RestController
class TillController {

    private final ParkedSales parkedSales;
    private final ParkSale parkSale;
    private final TakeUpParkedSale takeUp;
    private final CloseDay closeDay;
    private final DayQueries days;

    TillController(
            ParkedSales parkedSales, ParkSale parkSale, TakeUpParkedSale takeUp, CloseDay closeDay, DayQueries days) {
        this.parkedSales = parkedSales;
        this.parkSale = parkSale;
        this.takeUp = takeUp;
        this.closeDay = closeDay;
        this.days = days;
    }

    record ParkRequest(
            @Size(max = 60) @Nullable String label,
            @Nullable MemberKey memberKey,
            @NotEmpty @Size(max = 100) List<@Valid ParkLine> lines,
            @Nullable Boolean hold) {}

    record ParkLine(
            @Nullable SkuId skuId,
            @Size(max = 64) @Nullable String barcode,
            @Min(1) @Max(100_000) long quantity,
            @Nullable StaffId staffId) {}

    record CloseRequest(@PositiveOrZero @Nullable Long countedCashMinor) {}

    @Operation(
            summary = "Put a basket aside",
            description =
                    "Holds no coupons or points; ends by itself after 24 hours. hold: keep its stock as long as the chain"
                            + " allows (heldUntil). Errors: 409 PARKED_TOO_MANY, PARKED_HOLD_OFF, NOT_ENOUGH_STOCK")
    @PostMapping("/store/v1/parked-sales")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    ParkedSale park(@Valid @RequestBody ParkRequest request, Caller caller, OperationId operation) {
        ParkedSale.Basket basket = new ParkedSale.Basket(
                request.memberKey,
                request.lines.stream()
                        .map(line -> new ParkedSale.Line(line.skuId, line.barcode, line.quantity, line.staffId))
                        .toList());
        String label = request.label == null ? "" : request.label;
        boolean hold = Boolean.TRUE.equals(request.hold);
        return parkSale.park(operation.value(), caller.requireStore(), label, basket, hold, caller.staffId());
    }

    @Operation(summary = "Baskets put aside in this store, oldest first, at most 100")
    @GetMapping("/store/v1/parked-sales")
    @Allow(Right.ORDERS_SELL)
    List<ParkedSale> parked(Caller caller) {
        return parkedSales.list(caller.requireStore());
    }

    @Operation(
            summary = "Take a basket up again",
            description = "At any till of the store; the first who asks has it, the stock it held is free for the sale."
                    + " Errors: 404, 409 PARKED_SALE_GONE (taken already), PARKED_SALE_EXPIRED")
    @PostMapping("/store/v1/parked-sales/{id}/resume")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    ParkedSale resume(@PathVariable long id, Caller caller, OperationId operation) {
        return takeUp.take(caller.requireStore(), id, operation.value(), caller.staffId());
    }

    @Operation(summary = "Throw a basket away")
    @DeleteMapping("/store/v1/parked-sales/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.ORDERS_SELL)
    void discard(@PathVariable long id, Caller caller) {
        takeUp.discard(caller.requireStore(), id);
    }

    @Operation(
            summary = "The business day as it stands now",
            description = "Totals by means of payment, expected cash, online and booked receipts apart; in fen.")
    @GetMapping("/store/v1/days/today")
    @Allow(Right.TILL_MANAGE)
    DayReport today(Caller caller) {
        return days.today(caller.requireStore());
    }

    @Operation(summary = "A business day: as closed, or as it stands")
    @GetMapping("/store/v1/days/{date}")
    @Allow(Right.TILL_MANAGE)
    DayReport day(@PathVariable LocalDate date, Caller caller) {
        return days.report(caller.requireStore(), date);
    }

    @Operation(
            summary = "Close a business day",
            description =
                    "Sales and refunds after it count for the next day. countedCashMinor (fen) is compared with the"
                            + " expected cash. A closed day answers what was closed. Errors: 409 DAY_NOT_BEGUN")
    @PostMapping("/store/v1/days/{date}/close")
    @Idempotent
    @Allow(Right.TILL_MANAGE)
    DayReport close(@PathVariable LocalDate date, @Valid @RequestBody CloseRequest request, Caller caller) {
        return closeDay.close(caller.requireStore(), date, request.countedCashMinor, caller.staffId());
    }
}
