package io.mendian.inventory.transfer;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces that move from one store to another; {@code received} is absent while they are on their way. */
public record TransferView(
        String transferId,
        StoreId fromStoreId,
        StoreId toStoreId,
        String documentNo,
        TransferStatus state,
        @Nullable String note,
        Instant shippedAt,
        @Nullable Instant receivedAt,
        List<Line> lines) {

    /** Shipped and received pieces of one SKU, in the smallest stock unit; {@code missing} = shipped − received. */
    public record Line(
            SkuId skuId,
            long shipped,
            @Nullable Long received,
            @Nullable Long missing) {}

    static TransferView of(TransferRow row, List<TransferLineRow> lines) {
        return new TransferView(
                Long.toString(row.id()),
                StoreId.of(row.fromStoreId()),
                StoreId.of(row.toStoreId()),
                row.documentNo(),
                row.state(),
                row.note(),
                row.shippedAt(),
                row.receivedAt(),
                lines.stream()
                        .map(line -> new Line(
                                SkuId.of(line.skuId()),
                                line.shipped(),
                                line.received(),
                                line.received() == null ? null : line.shipped() - line.received()))
                        .toList());
    }
}
