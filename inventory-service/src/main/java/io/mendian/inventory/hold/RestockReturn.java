package io.mendian.inventory.hold;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.inventory.stock.Document;
import io.mendian.inventory.stock.Document.Posting;
import io.mendian.inventory.stock.DocumentType;
import io.mendian.inventory.stock.Pieces;
import io.mendian.inventory.stock.StockLedger;
import io.mendian.runtime.persistence.UseCase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Puts returned pieces back on the shelf, once per refund. */
@UseCase
public class RestockReturn {

    private final StockLedger ledger;

    RestockReturn(StockLedger ledger) {
        this.ledger = ledger;
    }

    @Transactional
    public void restock(OrderRefunded refund) {
        Pieces pieces = ShelfLines.restocked(refund.lines());
        if (pieces.isEmpty()) {
            return;
        }
        List<Posting> postings = new ArrayList<>();
        pieces.bySku()
                .forEach((sku, quantity) -> postings.add(new Posting(sku, postings.size() + 1, quantity, 0, null)));
        ledger.post(Document.automatic(refund.storeId(), DocumentType.RETURN, refund.refundId(), postings));
    }
}
