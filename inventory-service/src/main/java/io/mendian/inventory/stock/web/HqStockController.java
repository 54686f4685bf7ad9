package io.mendian.inventory.stock.web;

import io.mendian.inventory.product.ProductQueries;
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
import io.mendian.kernel.StoreId;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stock of any store within the caller's reach; a store out of reach answers like one that does not exist. */
@RestController
class HqStockController {

    private final BookReceipt bookReceipt;
    private final AdjustStock adjustStock;
    private final SetSafetyStock setSafetyStock;
    private final StockQueries queries;
    private final ProductQueries products;

    HqStockController(
            BookReceipt bookReceipt,
            AdjustStock adjustStock,
            SetSafetyStock setSafetyStock,
            StockQueries queries,
            ProductQueries products) {
        this.bookReceipt = bookReceipt;
        this.adjustStock = adjustStock;
        this.setSafetyStock = setSafetyStock;
        this.queries = queries;
        this.products = products;
    }

    @Operation(summary = "Take goods into a store against a document", description = "As in /store/v1/stock/receipts.")
    @PostMapping("/hq/v1/stores/{storeId}/stock/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.STOCK_WRITE)
    DocumentView receive(@PathVariable long storeId, @Valid @RequestBody ReceiptRequest body, Caller caller) {
        return bookReceipt.book(body.in(reached(storeId, caller), caller.staffId()));
    }

    @Operation(summary = "Issue or correct a store's stock", description = "As in /store/v1/stock/adjustments.")
    @PostMapping("/hq/v1/stores/{storeId}/stock/adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.STOCK_WRITE)
    DocumentView adjust(@PathVariable long storeId, @Valid @RequestBody AdjustmentRequest body, Caller caller) {
        return adjustStock.adjust(body.in(reached(storeId, caller), caller.staffId()));
    }

    @Operation(summary = "A store's stock, in SKU order", description = "As in /store/v1/stock.")
    @GetMapping("/hq/v1/stores/{storeId}/stock")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    Page<StockView> ofStore(
            @PathVariable long storeId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean low,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return queries.ofStore(reached(storeId, caller), q, low, after, limit);
    }

    @Operation(
            summary = "One SKU over all stores within reach, in store order",
            description = "after: the id of the last store seen.")
    @GetMapping("/hq/v1/stock")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    Page<StockView> ofSku(
            @RequestParam long skuId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return queries.ofSku(SkuId.of(skuId), caller.chainWide(), caller.stores(), after, limit);
    }

    @Operation(
            summary = "The ledger of one SKU in a store, newest first",
            description = "As in /store/v1/stock/{skuId}/movements.")
    @GetMapping("/hq/v1/stores/{storeId}/stock/{skuId}/movements")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    Page<MovementView> movements(
            @PathVariable long storeId,
            @PathVariable long skuId,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return queries.movements(reached(storeId, caller), SkuId.of(skuId), before, limit);
    }

    @Operation(summary = "A document of a store with its lines", description = "404 for another store's.")
    @GetMapping("/hq/v1/stores/{storeId}/stock/documents/{documentId}")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    DocumentView document(@PathVariable long storeId, @PathVariable long documentId, Caller caller) {
        return queries.document(reached(storeId, caller), documentId);
    }

    @Operation(
            summary = "Set the safety stock of a SKU in a store",
            description = "As in /store/v1/stock/{skuId}/safety.")
    @PutMapping("/hq/v1/stores/{storeId}/stock/{skuId}/safety")
    @Allow(Right.STOCK_WRITE)
    StockView safety(
            @PathVariable long storeId,
            @PathVariable long skuId,
            @Valid @RequestBody SafetyRequest body,
            Caller caller) {
        StoreId store = reached(storeId, caller);
        setSafetyStock.set(store, SkuId.of(skuId), body.quantity());
        return queries.require(store, SkuId.of(skuId));
    }

    private StoreId reached(long storeId, Caller caller) {
        StoreId store = StoreId.of(storeId);
        caller.requireReach(store);
        products.requireStore(store);
        return store;
    }
}
