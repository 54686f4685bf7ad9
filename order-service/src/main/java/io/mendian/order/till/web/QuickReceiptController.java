package io.mendian.order.till.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.ordering.Basket;
import io.mendian.order.ordering.CashTaken;
import io.mendian.order.ordering.MembersAtTill;
import io.mendian.order.ordering.OrderView;
import io.mendian.order.ordering.PlaceOrder;
import io.mendian.order.shift.Tills;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking an amount without naming goods. */
@RestController
class QuickReceiptController {

    private final PlaceOrder placeOrder;
    private final MembersAtTill members;
    private final Tills tills;

    QuickReceiptController(PlaceOrder placeOrder, MembersAtTill members, Tills tills) {
        this.placeOrder = placeOrder;
        this.members = members;
        this.tills = tills;
    }

    record QuickReceiptRequest(
            @Min(1) @Max(100_000_000) long amountMinor,
            @Size(max = 100) @Nullable String note,
            @Nullable MemberKey memberKey,
            @Size(max = 100) @Nullable String memberCode,
            @Size(max = 20) @Nullable String memberPhone,
            @Min(-1) @Nullable Long storedValueMinor,
            @PositiveOrZero @Nullable Long cashReceivedMinor,
            @Pattern(regexp = TypedId.PATTERN) @Nullable String tillId) {}

    @Operation(
            summary = "Quick receipt: an order over an amount, without goods",
            description =
                    "amountMinor in fen, no rule touches it. With cashReceivedMinor it is paid at once, otherwise it"
                            + " waits for its money like any order (WeChat, cash, stored value). Counts in the till's shift and is"
                            + " returned like any order: line 1, quantity = the fen that go back. Errors as for sales")
    @PostMapping("/store/v1/quick-receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    OrderView take(@Valid @RequestBody QuickReceiptRequest request, Caller caller, OperationId operation) {
        StoreId store = caller.requireStore();
        tills.choose(operation.value(), store, request.tillId, request.note);
        Basket.Item item = new Basket.Item(Sku.AMOUNT, null, request.amountMinor, null);
        Long cash = request.cashReceivedMinor;
        var named = new MembersAtTill.Named(request.memberKey, request.memberCode, request.memberPhone);
        return placeOrder.place(
                OrderId.of(operation.value()),
                new PlaceOrder.Command(
                        new Basket(store, List.of(item), null, 0),
                        () -> members.find(named, store, caller.staffId()),
                        request.storedValueMinor == null ? 0 : request.storedValueMinor,
                        null,
                        cash == null ? null : new CashTaken(cash, caller.staffId())));
    }
}
