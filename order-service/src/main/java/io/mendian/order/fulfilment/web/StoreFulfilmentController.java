package io.mendian.order.fulfilment.web;

import io.mendian.kernel.OrderId;
import io.mendian.order.fulfilment.FulfilmentQueries;
import io.mendian.order.fulfilment.FulfilmentView;
import io.mendian.order.fulfilment.HandOverGoods;
import io.mendian.order.fulfilment.MakeReady;
import io.mendian.order.fulfilment.Ship;
import io.mendian.order.fulfilment.ShowRecipient;
import io.mendian.order.ordering.Recipient;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The store's staff lay orders ready, hand them over and send them. */
@RestController
@RequestMapping("/store/v1/orders/{id}")
class StoreFulfilmentController {

    private final FulfilmentQueries fulfilments;
    private final MakeReady makeReady;
    private final HandOverGoods handOverGoods;
    private final Ship ship;
    private final ShowRecipient showRecipient;

    StoreFulfilmentController(
            FulfilmentQueries fulfilments,
            MakeReady makeReady,
            HandOverGoods handOverGoods,
            Ship ship,
            ShowRecipient showRecipient) {
        this.fulfilments = fulfilments;
        this.makeReady = makeReady;
        this.handOverGoods = handOverGoods;
        this.ship = ship;
        this.showRecipient = showRecipient;
    }

    record ShipmentRequest(
            @NotBlank @Size(max = 40) String carrier,

            @NotBlank @Pattern(regexp = "[A-Za-z0-9-]{4,40}")
            String trackingNo) {}

    @Operation(
            summary = "How far an order of this store has come to its customer",
            description =
                    "handed: the pieces to hand over or send, less those returned or asked back. The recipient is masked.")
    @GetMapping("/fulfilment")
    @Allow(Right.ORDERS_READ)
    FulfilmentView get(@PathVariable long id, Caller caller) {
        return fulfilments.require(OrderId.of(id), caller);
    }

    @Operation(
            summary = "The goods lie ready to be fetched",
            description = "Errors: 409 FULFILMENT_NOT_SO, RETURN_UNDECIDED, NOTHING_TO_HAND_OVER")
    @PostMapping("/ready")
    @Idempotent
    @Allow(Right.ORDERS_SELL)
    FulfilmentView ready(@PathVariable long id, Caller caller) {
        return makeReady.ready(OrderId.of(id), caller);
    }

    @Operation(
            summary = "The customer fetched his goods",
            description = "Errors: 409 FULFILMENT_NOT_SO, NOT_FETCHED, RETURN_UNDECIDED, NOTHING_TO_HAND_OVER")
    @PostMapping("/fetched")
    @Idempotent
    @Allow(Right.ORDERS_SELL)
    FulfilmentView fetched(@PathVariable long id, Caller caller) {
        return handOverGoods.fetched(OrderId.of(id), caller);
    }

    @Operation(
            summary = "Send an order",
            description =
                    "With what has not been returned until now; once it is on its way the same call puts carrier and number"
                            + " right. Errors: 409 FULFILMENT_NOT_SO, RETURN_UNDECIDED, NOTHING_TO_HAND_OVER")
    @PostMapping("/shipment")
    @Idempotent
    @Allow(Right.ORDERS_SELL)
    FulfilmentView ship(@PathVariable long id, @Valid @RequestBody ShipmentRequest request, Caller caller) {
        return ship.ship(OrderId.of(id), request.carrier.strip(), request.trackingNo, caller);
    }

    @Operation(
            summary = "To whom an order is sent, unmasked",
            description = "Only while it is to be sent or on its way; every look is kept with its clerk. Errors: 409"
                    + " RECIPIENT_NOT_SHOWN, 429 TOO_MANY_LOOKS (30 a minute)")
    @PostMapping("/recipient-looks")
    @Allow(Right.ORDERS_SELL)
    Recipient recipient(@PathVariable long id, Caller caller) {
        return showRecipient.show(OrderId.of(id), caller);
    }
}
