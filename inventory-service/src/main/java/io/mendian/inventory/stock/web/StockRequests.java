package io.mendian.inventory.stock.web;

import io.mendian.inventory.stock.AdjustStock;
import io.mendian.inventory.stock.AdjustmentReason;
import io.mendian.inventory.stock.BookReceipt;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of stock requests; a line names its SKU by id or by barcode. */
final class StockRequests {

    private static final long MOST = 1_000_000_000L;

    private StockRequests() {}

    record ReceiptLine(
            @Nullable SkuId skuId,
            @Size(max = 64) @Nullable String barcode,
            @Positive @Max(MOST) long quantity,
            @PositiveOrZero @Nullable Long unitCostMinor) {}

    record ReceiptRequest(
            @NotBlank @Size(max = 64) String documentNo,
            @Size(max = 100) @Nullable String supplier,
            @Size(max = 200) @Nullable String note,
            @NotEmpty @Size(max = 500) @Valid List<ReceiptLine> lines) {

        BookReceipt.Receipt in(StoreId store, StaffId staff) {
            return new BookReceipt.Receipt(
                    store,
                    documentNo,
                    supplier,
                    note,
                    staff,
                    lines.stream()
                            .map(l -> new BookReceipt.Line(l.skuId, l.barcode, l.quantity, l.unitCostMinor))
                            .toList());
        }
    }

    record AdjustmentLine(
            @Nullable SkuId skuId,
            @Size(max = 64) @Nullable String barcode,
            @Min(-MOST) @Max(MOST) long delta) {}

    record AdjustmentRequest(
            @NotBlank @Size(max = 64) String documentNo,
            @NotNull AdjustmentReason reason,
            @Size(max = 200) @Nullable String note,
            @NotEmpty @Size(max = 500) @Valid List<AdjustmentLine> lines) {

        AdjustStock.Adjustment in(StoreId store, StaffId staff) {
            return new AdjustStock.Adjustment(
                    store,
                    documentNo,
                    reason,
                    note,
                    staff,
                    lines.stream()
                            .map(l -> new AdjustStock.Line(l.skuId, l.barcode, l.delta))
                            .toList());
        }
    }

    record SafetyRequest(@Positive @Max(MOST) @Nullable Long quantity) {}
}
