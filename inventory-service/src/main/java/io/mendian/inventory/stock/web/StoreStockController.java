package io.mendian.inventory.stock.web;

import io.mendian.inventory.stock.AdjustStock;
import io.mendian.inventory.stock.BookReceipt;
import io.mendian.inventory.stock.DocumentView;
import io.mendian.inventory.stock.MovementView;
import io.mendian.inventory.stock.SetSafetyStock;
import io.mendian.inventory.stock.StockQueries;
import io.mendian.inventory.stock.StockQueries.Page;
import io.mendian.inventory.stock.StockView;
import io.mendian.inventory.stock.web.StockRequests.AdjustmentRequest;
import io.mendian.inventory.stock.web.StockRequests.ReceiptRequest;
import io.mendian.inventory.stock.web.StockRequests.SafetyRequest;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stock of the store in which the caller works. */
@RestController
@RequestMapping("/store/v1/stock")
class StoreStockController {

    private final BookReceipt bookReceipt;
    private final AdjustStock adjustStock;
    private final SetSafetyStock setSafetyStock;
    private final StockQueries queries;

    StoreStockController(
            BookReceipt bookReceipt, AdjustStock adjustStock, SetSafetyStock setSafetyStock, StockQueries queries) {
        this.bookReceipt = bookReceipt;
        this.adjustStock = adjustStock;
        this.setSafetyStock = setSafetyStock;
        this.queries = queries;
    }

    @Operation(
            summary = "Take goods in against a document",
            description =
                    "Quantities 1 to 1,000,000,000 in the smallest stock unit, cost per piece in the smallest currency unit. "
                            + "documentNo is unique per store: the same document again changes nothing; with other content 409 "
                            + "DOCUMENT_NO_USED. 404 SKU_UNKNOWN, 409 SKU_NOT_STOCKED, BARCODE_AMBIGUOUS.")
    @PostMapping("/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.STOCK_WRITE)
    DocumentView receive(@Valid @RequestBody ReceiptRequest body, Caller caller) {
        return bookReceipt.book(body.in(caller.requireStore(), caller.staffId()));
    }

    @Operation(
            summary = "Issue or correct stock for a reason",
            description =
                    "INTERNAL_USE, SAMPLE, DAMAGED, EXPIRED, RETURNED_TO_SUPPLIER only take away (ISSUE); COUNTED, LOST, FOUND, "
                            + "CORRECTION may do both (ADJUSTMENT). Never takes what is reserved: 409 NOT_ENOUGH_STOCK (skuId, left).")
    @PostMapping("/adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.STOCK_WRITE)
    DocumentView adjust(@Valid @RequestBody AdjustmentRequest body, Caller caller) {
        return adjustStock.adjust(body.in(caller.requireStore(), caller.staffId()));
    }

    @Operation(
            summary = "The store's stock, in SKU order",
            description = "q: a code or a part of the name. low: only what is below its safety stock. limit 1 to 200.")
    @GetMapping
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    Page<StockView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean low,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return queries.ofStore(caller.requireStore(), q, low, after, limit);
    }

    @Operation(summary = "One SKU in the store", description = "404 when it was never there.")
    @GetMapping("/{skuId}")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    StockView one(@PathVariable long skuId, Caller caller) {
        return queries.require(caller.requireStore(), SkuId.of(skuId));
    }

    @Operation(
            summary = "The ledger of one SKU in the store, newest first",
            description = "before: the id of the last entry seen. The deltas of all entries sum to onHand.")
    @GetMapping("/{skuId}/movements")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    Page<MovementView> movements(
            @PathVariable long skuId,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return queries.movements(caller.requireStore(), SkuId.of(skuId), before, limit);
    }

    @Operation(summary = "A document with its lines", description = "404 for another store's.")
    @GetMapping("/documents/{documentId}")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    DocumentView document(@PathVariable long documentId, Caller caller) {
        return queries.document(caller.requireStore(), documentId);
    }

    @Operation(
            summary = "Set the safety stock of a SKU",
            description = "Alerts once when onHand falls below quantity, and again after it recovered; null: no alert.")
    @PutMapping("/{skuId}/safety")
    @Allow(Right.STOCK_WRITE)
    StockView safety(@PathVariable long skuId, @Valid @RequestBody SafetyRequest body, Caller caller) {
        setSafetyStock.set(caller.requireStore(), SkuId.of(skuId), body.quantity());
        return queries.require(caller.requireStore(), SkuId.of(skuId));
    }
}
