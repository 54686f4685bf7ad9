package io.mendian.inventory.transfer.web;

import io.mendian.inventory.product.ProductQueries;
import io.mendian.inventory.stock.Pieces;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of transfer requests. */
final class TransferRequests {

    private TransferRequests() {}

    record ShipLine(
            @Nullable SkuId skuId,
            @Size(max = 64) @Nullable String barcode,
            @Positive @Max(1_000_000_000L) long quantity) {}

    record ShipRequest(
            @NotBlank @Size(max = 64) String documentNo,
            @NotNull StoreId toStoreId,
            @Size(max = 200) @Nullable String note,
            @NotEmpty @Size(max = 500) @Valid List<ShipLine> lines) {

        Pieces pieces(ProductQueries products) {
            return Pieces.of(
                    lines,
                    line -> products.requireStocked(line.skuId, line.barcode).skuId(),
                    ShipLine::quantity);
        }
    }

    record ReceivedLine(
            @NotNull SkuId skuId,
            @PositiveOrZero @Max(1_000_000_000L) long quantity) {}

    record ReceiveRequest(@Size(max = 500) @Valid @Nullable List<ReceivedLine> lines) {

        @Nullable
        Pieces pieces() {
            return lines == null
                    ? null
                    : Pieces.of(
                            lines.stream().filter(line -> line.quantity > 0).toList(),
                            ReceivedLine::skuId,
                            ReceivedLine::quantity);
        }
    }
}
