package io.mendian.inventory.transfer.web;

import io.mendian.inventory.product.ProductQueries;
import io.mendian.inventory.transfer.ReceiveTransfer;
import io.mendian.inventory.transfer.ShipTransfer;
import io.mendian.inventory.transfer.TransferQueries;
import io.mendian.inventory.transfer.TransferView;
import io.mendian.inventory.transfer.web.TransferRequests.ReceiveRequest;
import io.mendian.inventory.transfer.web.TransferRequests.ShipRequest;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Transfers between stores: shipped by the one, received by the other. */
@RestController
class TransferController {

    private final ShipTransfer shipTransfer;
    private final ReceiveTransfer receiveTransfer;
    private final TransferQueries queries;
    private final ProductQueries products;

    TransferController(
            ShipTransfer shipTransfer,
            ReceiveTransfer receiveTransfer,
            TransferQueries queries,
            ProductQueries products) {
        this.shipTransfer = shipTransfer;
        this.receiveTransfer = receiveTransfer;
        this.queries = queries;
        this.products = products;
    }

    @Operation(
            summary = "Ship pieces from this store to another",
            description =
                    "They leave this store at once and are in transit. documentNo is unique per shipping store. 409 "
                            + "NOT_ENOUGH_STOCK (skuId, left), TRANSFER_NO_USED, TRANSFER_TO_ITSELF; 404 for an unknown store.")
    @PostMapping("/store/v1/stock/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.STOCK_WRITE)
    TransferView ship(@Valid @RequestBody ShipRequest body, Caller caller) {
        return ship(caller.requireStore(), body, caller);
    }

    @Operation(
            summary = "Ship pieces from a store to another",
            description = "As in /store/v1/stock/transfers; both stores must be within reach.")
    @PostMapping("/hq/v1/stores/{storeId}/stock/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.STOCK_WRITE)
    TransferView shipFrom(@PathVariable long storeId, @Valid @RequestBody ShipRequest body, Caller caller) {
        caller.requireReach(StoreId.of(storeId));
        caller.requireReach(body.toStoreId());
        return ship(StoreId.of(storeId), body, caller);
    }

    @Operation(
            summary = "Receive a transfer in this store",
            description =
                    "lines: what arrived; a SKU not named did not arrive; no lines at all: everything. What is missing is "
                            + "recorded and alerted. 409 RECEIVED_MORE_THAN_SHIPPED, TRANSFER_RECEIVED; 404 for another store's.")
    @PostMapping("/store/v1/stock/transfers/{transferId}/receipt")
    @Idempotent
    @Allow(Right.STOCK_WRITE)
    TransferView receive(@PathVariable long transferId, @Valid @RequestBody ReceiveRequest body, Caller caller) {
        return receiveTransfer.receive(transferId, caller.requireStore(), caller.staffId(), body.pieces());
    }

    @Operation(summary = "A transfer from or to this store", description = "404 for any other.")
    @GetMapping("/store/v1/stock/transfers/{transferId}")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    TransferView one(@PathVariable long transferId, Caller caller) {
        return queries.require(transferId, caller.requireStore()::equals);
    }

    @Operation(
            summary = "Transfers from and to this store, newest first",
            description = "before: the id of the last transfer seen.")
    @GetMapping("/store/v1/stock/transfers")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    List<TransferView> list(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            Caller caller) {
        return queries.ofStore(caller.requireStore(), before, limit);
    }

    @Operation(summary = "A transfer", description = "404 when neither of its stores is within reach.")
    @GetMapping("/hq/v1/stock/transfers/{transferId}")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    TransferView any(@PathVariable long transferId, Caller caller) {
        return queries.require(transferId, caller::reaches);
    }

    private TransferView ship(StoreId from, ShipRequest body, Caller caller) {
        return shipTransfer.ship(new ShipTransfer.Shipment(
                from, body.toStoreId(), body.documentNo(), body.note(), caller.staffId(), body.pieces(products)));
    }
}
