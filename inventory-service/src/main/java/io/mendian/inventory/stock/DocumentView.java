package io.mendian.inventory.stock;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as it was booked; {@code delta} is positive for pieces that came, in the smallest stock unit. */
public record DocumentView(
        String documentId,
        StoreId storeId,
        DocumentType type,
        String documentNo,
        @Nullable String reason,
        @Nullable String supplier,
        @Nullable String note,
        Instant bookedAt,
        List<Line> lines) {

    /** One movement of the document. */
    public record Line(
            int line, SkuId skuId, long delta, @Nullable Long unitCostMinor) {}

    static DocumentView of(Document document, StockLedger.Booked booked) {
        return new DocumentView(
                Long.toString(booked.documentId()),
                document.storeId(),
                document.type(),
                document.documentNo(),
                document.reason(),
                document.supplier(),
                document.note(),
                booked.bookedAt(),
                document.postings().stream()
                        .map(p -> new Line(p.lineNo(), SkuId.of(p.skuId()), p.delta(), p.unitCostMinor()))
                        .toList());
    }
}
