package io.mendian.inventory.stock;

import io.mendian.inventory.product.ProductQueries;
import io.mendian.inventory.stock.Document.Posting;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Takes goods into a store against a document. The same document again is the same receipt. */
@UseCase
public class BookReceipt {

    private final StockLedger ledger;
    private final ProductQueries products;

    BookReceipt(StockLedger ledger, ProductQueries products) {
        this.ledger = ledger;
        this.products = products;
    }

    /** Pieces that came in, named by id or barcode; the cost of one piece is in the smallest currency unit. */
    public record Line(
            @Nullable SkuId skuId,
            @Nullable String barcode,
            long quantity,
            @Nullable Long unitCostMinor) {}

    /** A delivery note. */
    public record Receipt(
            StoreId storeId,
            String documentNo,
            @Nullable String supplier,
            @Nullable String note,
            @Nullable StaffId staffId,
            List<Line> lines) {}

    @Transactional
    public DocumentView book(Receipt receipt) {
        List<Posting> postings = new ArrayList<>();
        for (Line line : receipt.lines()) {
            SkuId sku = products.requireStocked(line.skuId(), line.barcode()).skuId();
            postings.add(new Posting(sku.value(), postings.size() + 1, line.quantity(), 0, line.unitCostMinor()));
        }
        Document document = new Document(
                receipt.storeId(),
                DocumentType.RECEIPT,
                receipt.documentNo(),
                null,
                receipt.supplier(),
                receipt.note(),
                receipt.staffId(),
                postings);
        return DocumentView.of(document, ledger.post(document));
    }
}
