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

/** Issues stock without a sale, or corrects it, for a reason. It never takes what is reserved for an order. */
@UseCase
public class AdjustStock {

    private final StockLedger ledger;
    private final ProductQueries products;

    AdjustStock(StockLedger ledger, ProductQueries products) {
        this.ledger = ledger;
        this.products = products;
    }

    /** Pieces that came (positive) or went (negative), named by id or barcode. */
    public record Line(@Nullable SkuId skuId, @Nullable String barcode, long delta) {}

    /** A correction with its reason. */
    public record Adjustment(
            StoreId storeId,
            String documentNo,
            AdjustmentReason reason,
            @Nullable String note,
            @Nullable StaffId staffId,
            List<Line> lines) {}

    @Transactional
    public DocumentView adjust(Adjustment adjustment) {
        DocumentType type = adjustment.reason().type();
        List<Posting> postings = new ArrayList<>();
        for (Line line : adjustment.lines()) {
            if (type == DocumentType.ISSUE && line.delta() > 0) {
                throw StockProblem.ISSUE_ONLY_TAKES.with();
            }
            SkuId sku = products.requireStocked(line.skuId(), line.barcode()).skuId();
            postings.add(new Posting(sku.value(), postings.size() + 1, line.delta(), 0, null));
        }
        Document document = new Document(
                adjustment.storeId(),
                type,
                adjustment.documentNo(),
                adjustment.reason().name(),
                null,
                adjustment.note(),
                adjustment.staffId(),
                postings);
        return DocumentView.of(document, ledger.post(document));
    }
}
