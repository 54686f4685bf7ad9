package io.mendian.order.refund.web;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.TypedId;
import io.mendian.order.ordering.Basket;
import io.mendian.order.ordering.CashTaken;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.refund.ExchangeGoods;
import io.mendian.order.refund.ExchangeView;
import io.mendian.order.refund.RequestRefund;
import io.mendian.order.refund.ReturnWish;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges at the counter. */
@RestController
@RequestMapping("/store/v1")
class ExchangeController {

    private final OrderQueries orders;
    private final ExchangeGoods exchangeGoods;

    ExchangeController(OrderQueries orders, ExchangeGoods exchangeGoods) {
        this.orders = orders;
        this.exchangeGoods = exchangeGoods;
    }

    /** What comes back ({@code lines}), why, and what is taken instead. */
    record ExchangeBody(
            @NotEmpty @Size(max = 200) List<ReturnBody.@Valid ReturnLine> lines,
            @Size(max = 40) @Nullable String reasonCode,
            @Size(max = 80) @Nullable String reason,
            @NotEmpty @Size(max = 100) List<@Valid Taken> taken,
            @Size(max = 100) @Nullable String memberCode,
            @PositiveOrZero @Nullable Long storedValueMinor,
            @PositiveOrZero @Nullable Long expectedPayableMinor,
            @Valid @Nullable Cash cash,
            @Pattern(regexp = TypedId.PATTERN) @Nullable String tillId) {

        /** A product taken instead, by its id or a barcode. */
        record Taken(
                @Nullable SkuId skuId,
                @Size(max = 64) @Nullable String barcode,
                @Min(1) @Max(100_000) long quantity,
                @Nullable StaffId staffId) {}

        /** Cash on the counter for the difference. */
        record Cash(@PositiveOrZero long receivedMinor) {}

        RequestRefund.Command back(StaffId staff, OrderId order) {
            List<ReturnWish> wishes = lines.stream()
                    .map(line -> new ReturnWish(line.lineId(), line.quantity(), line.restock()))
                    .toList();
            return new RequestRefund.Command(order, wishes, reasonCode, reason, null, List.of(), staff);
        }

        List<Basket.Item> items() {
            return taken.stream()
                    .map(one -> new Basket.Item(one.skuId, one.barcode, one.quantity, one.staffId))
                    .toList();
        }
    }

    @Operation(
            summary = "Exchange pieces for others",
            description =
                    "A return and a new order in one act: the paid share of the returned pieces pays for the new goods; the"
                            + " difference is paid in cash here, by stored value (memberCode), or later by WeChat Pay (newOrder"
                            + " then waits, and with it the return), or given back to the tenders it came from. Either both happen"
                            + " or neither. Errors: those of a return and of a sale; 409 EXCHANGE_NOT_POSSIBLE (cards and"
                            + " recharges), EXCHANGE_APPROVAL, EXCHANGE_OTHER_MEMBER, EXCHANGE_CANCELLED (it was called off"
                            + " while nobody answered: begin anew, with a new key)")
    @PostMapping("/orders/{id}/exchanges")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND)
    ExchangeView exchange(
            @PathVariable long id, @Valid @RequestBody ExchangeBody body, Caller caller, OperationId operation) {
        Order order = orders.require(OrderId.of(id), caller);
        ExchangeBody.Cash cash = body.cash;
        return exchangeGoods.exchange(
                operation.value(),
                new ExchangeGoods.Command(
                        body.back(caller.staffId(), order.id()),
                        new Basket(order.head().store(), body.items(), null, 0),
                        body.memberCode,
                        body.storedValueMinor == null ? 0 : body.storedValueMinor,
                        body.expectedPayableMinor,
                        cash == null ? null : new CashTaken(cash.receivedMinor(), caller.staffId()),
                        body.tillId));
    }
}
