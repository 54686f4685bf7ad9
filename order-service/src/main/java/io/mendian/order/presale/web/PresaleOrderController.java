package io.mendian.order.presale.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.order.ordering.Buyer;
import io.mendian.order.ordering.HandingWish;
import io.mendian.order.ordering.MembersAtTill;
import io.mendian.order.ordering.OrderView;
import io.mendian.order.ordering.PlaceOrder;
import io.mendian.order.ordering.web.HandingRequest;
import io.mendian.order.presale.EndPresale;
import io.mendian.order.presale.PayPenalty;
import io.mendian.order.presale.PresaleQueries;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders in two steps: by the member himself, or at a till. */
@RestController
class PresaleOrderController {

    private static final String TWO_STEPS =
            "Holds stock until the balance window ends. Pay it like any order, by cash, booked receipt or WeChat Pay only: first exactly"
                    + " the deposit (15 minutes), then exactly the rest within the window. Errors: 409 PRESALE_OVER,"
                    + " PRESALE_SOLD_OUT, NOT_ENOUGH_STOCK";

    private final PlaceOrder placeOrder;
    private final PresaleQueries offers;
    private final EndPresale endPresale;
    private final PayPenalty payPenalty;
    private final MembersAtTill members;

    PresaleOrderController(
            PlaceOrder placeOrder,
            PresaleQueries offers,
            EndPresale endPresale,
            PayPenalty payPenalty,
            MembersAtTill members) {
        this.placeOrder = placeOrder;
        this.offers = offers;
        this.endPresale = endPresale;
        this.payPenalty = payPenalty;
        this.members = members;
    }

    /** {@code storeId} counts in the mini-program, {@code memberKey} and {@code memberPhone} at a till. */
    record PresaleRequest(
            @NotNull @Pattern(regexp = TypedId.PATTERN) String offerId,
            @Nullable StoreId storeId,
            @Min(1) @Max(1_000) long quantity,
            @Nullable MemberKey memberKey,
            @Size(max = 20) @Nullable String memberPhone,
            @Valid @Nullable HandingRequest handing) {

        HandingWish wish() {
            return handing == null ? HandingWish.COUNTER : handing.wish();
        }
    }

    record EndRequest(@NotNull Boolean merchantsFault) {}

    record PenaltyRequest(
            PayPenalty.@NotNull Way way,
            @NotBlank @Size(max = 60) String reference) {}

    @Operation(summary = "Buy in advance", description = TWO_STEPS)
    @PostMapping("/app/v1/presale-orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow
    OrderView place(@Valid @RequestBody PresaleRequest request, Caller caller, OperationId operation) {
        StoreId store = request.storeId == null ? StoreId.of(0) : request.storeId;
        return place(request, store, () -> Buyer.member(caller.memberKey()), operation);
    }

    @Operation(summary = "Sell in advance at the till", description = TWO_STEPS)
    @PostMapping("/store/v1/presale-orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    OrderView sell(@Valid @RequestBody PresaleRequest request, Caller caller, OperationId operation) {
        StoreId store = caller.requireStore();
        MembersAtTill.Named named = new MembersAtTill.Named(request.memberKey, null, request.memberPhone);
        return place(request, store, () -> members.find(named, store, caller.staffId()), operation);
    }

    private OrderView place(PresaleRequest request, StoreId store, Supplier<Buyer> buyer, OperationId operation) {
        return placeOrder.place(
                OrderId.of(operation.value()),
                PlaceOrder.Command.presale(
                        () -> offers.basket(Long.parseLong(request.offerId), store, request.quantity),
                        buyer,
                        request.wish()));
    }

    @Operation(
            summary = "Give up a pre-sale whose deposit is paid",
            description = "The deposit is lost where the offer says KEEP (Civil Code, art. 587). Errors: 409"
                    + " PRESALE_NOT_DEPOSITED")
    @PostMapping("/app/v1/presale-orders/{id}/end")
    @Idempotent
    @Allow
    OrderView giveUp(@PathVariable long id, Caller caller) {
        return endPresale.end(OrderId.of(id), false, caller);
    }

    @Operation(
            summary = "End a pre-sale whose deposit is paid, and say for whose reason",
            description =
                    "merchantsFault: the deposit goes back and as much again is owed (Civil Code, art. 587) until it is paid at"
                            + " …/penalty; otherwise as the offer says. Errors: 409 PRESALE_NOT_DEPOSITED")
    @PostMapping("/store/v1/presale-orders/{id}/end")
    @Idempotent
    @Allow(Right.ORDERS_REFUND)
    OrderView end(@PathVariable long id, @Valid @RequestBody EndRequest request, Caller caller) {
        return endPresale.end(OrderId.of(id), request.merchantsFault, caller);
    }

    @Operation(
            summary = "Pay what is owed beyond a deposit",
            description = "CASH out of the open shift's drawer, or BANK with its reference; once. Errors: 409"
                    + " PRESALE_NO_PENALTY, SHIFT_NOT_OPEN")
    @PostMapping("/store/v1/presale-orders/{id}/penalty")
    @Idempotent
    @Allow(Right.ORDERS_REFUND_APPROVE)
    PayPenalty.Paid penalty(@PathVariable long id, @Valid @RequestBody PenaltyRequest request, Caller caller) {
        return payPenalty.pay(OrderId.of(id), request.way, request.reference.strip(), caller);
    }
}
