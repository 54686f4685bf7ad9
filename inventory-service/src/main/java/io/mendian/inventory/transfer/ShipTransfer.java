package io.mendian.inventory.transfer;

import io.mendian.inventory.product.ProductQueries;
import io.mendian.inventory.stock.Document;
import io.mendian.inventory.stock.Document.Posting;
import io.mendian.inventory.stock.DocumentType;
import io.mendian.inventory.stock.Pieces;
import io.mendian.inventory.stock.StockLedger;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Sends pieces to another store: they leave this one and are in transit. The same document again is the same transfer. */
@UseCase
public class ShipTransfer {

    private final TransferMapper transfers;
    private final StockLedger ledger;
    private final ProductQueries products;
    private final Clock clock;

    ShipTransfer(TransferMapper transfers, StockLedger ledger, ProductQueries products, Clock clock) {
        this.transfers = transfers;
        this.ledger = ledger;
        this.products = products;
        this.clock = clock;
    }

    /** What is shipped where. */
    public record Shipment(
            StoreId from,
            StoreId to,
            String documentNo,
            @Nullable String note,
            @Nullable StaffId staffId,
            Pieces pieces) {

        String content() {
            return to + " " + pieces.bySku();
        }
    }

    @Transactional
    public TransferView ship(Shipment shipment) {
        if (shipment.from().equals(shipment.to())) {
            throw TransferProblem.TRANSFER_TO_ITSELF.with();
        }
        products.requireStore(shipment.to());
        TransferRow row = rowOf(shipment);
        try {
            transfers.insert(row);
        } catch (DuplicateKeyException e) {
            return shippedBefore(row);
        }
        List<TransferLineRow> lines = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        shipment.pieces().bySku().forEach((sku, quantity) -> {
            lines.add(new TransferLineRow(row.id(), sku, quantity, null));
            postings.add(new Posting(sku, lines.size(), -quantity, 0, null));
        });
        transfers.insertLines(lines);
        ledger.open(shipment.to(), shipment.pieces());
        ledger.post(Document.automatic(shipment.from(), DocumentType.TRANSFER_OUT, Long.toString(row.id()), postings));
        return TransferView.of(row, lines);
    }

    private TransferView shippedBefore(TransferRow row) {
        TransferRow known = transfers.lockByDocument(row.fromStoreId(), row.documentNo());
        if (!known.content().equals(row.content())) {
            throw TransferProblem.TRANSFER_NO_USED.with("documentNo", row.documentNo());
        }
        return TransferView.of(known, transfers.lines(known.id()));
    }

    private TransferRow rowOf(Shipment shipment) {
        return new TransferRow(
                Ids.next(),
                shipment.from().value(),
                shipment.to().value(),
                shipment.documentNo(),
                Document.fingerprintOf(shipment.content()),
                TransferStatus.IN_TRANSIT,
                shipment.note(),
                shipment.staffId() == null ? null : shipment.staffId().value(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null);
    }
}
