package io.mendian.inventory.transfer;

import io.mendian.inventory.alert.AlertKind;
import io.mendian.inventory.alert.RaiseAlert;
import io.mendian.inventory.stock.Document;
import io.mendian.inventory.stock.Document.Posting;
import io.mendian.inventory.stock.DocumentType;
import io.mendian.inventory.stock.Pieces;
import io.mendian.inventory.stock.StockLedger;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what of a transfer arrived; a SKU that is not named did not arrive. What is missing is written to the line and alerted, so shipped = received + missing always. Once per transfer.
 */
@UseCase
public class ReceiveTransfer {

    private final TransferMapper transfers;
    private final StockLedger ledger;
    private final RaiseAlert raiseAlert;
    private final Clock clock;

    ReceiveTransfer(TransferMapper transfers, StockLedger ledger, RaiseAlert raiseAlert, Clock clock) {
        this.transfers = transfers;
        this.ledger = ledger;
        this.raiseAlert = raiseAlert;
        this.clock = clock;
    }

    /** What arrived; null: everything. */
    @Transactional
    public TransferView receive(long transferId, StoreId at, @Nullable StaffId staff, @Nullable Pieces arrived) {
        TransferRow transfer = transfers.lock(transferId);
        if (transfer == null || transfer.toStoreId() != at.value()) {
            throw CommonProblem.NOT_FOUND.with();
        }
        List<TransferLineRow> shipped = transfers.lines(transferId);
        Pieces sent = Pieces.of(shipped, line -> SkuId.of(line.skuId()), TransferLineRow::shipped);
        Pieces received = arrived == null ? sent : arrived;
        if (transfer.state() == TransferStatus.RECEIVED) {
            return same(transfer, shipped, received);
        }
        requireShipped(received, sent);
        Guard.one(
                transfers.move(
                        transferId,
                        transfer.state(),
                        TransferStatus.RECEIVED,
                        staff == null ? null : staff.value(),
                        clock.instant()),
                () -> new IllegalStateException("transfer " + transferId + " changed under its lock"));
        sent.bySku()
                .keySet()
                .forEach(sku -> Guard.one(
                        transfers.receive(transferId, sku, received.of(sku)),
                        () -> new IllegalStateException("line " + sku + " was received before")));
        put(transferId, at, received);
        sent.minus(received)
                .bySku()
                .forEach((sku, missing) -> raiseAlert.raise(
                        AlertKind.LOST_IN_TRANSIT, at, SkuId.of(sku), missing, "TRANSFER:" + transferId));
        return TransferView.of(Objects.requireNonNull(transfers.find(transferId)), transfers.lines(transferId));
    }

    private void put(long transferId, StoreId at, Pieces received) {
        List<Posting> postings = new ArrayList<>();
        received.bySku()
                .forEach((sku, quantity) -> postings.add(new Posting(sku, postings.size() + 1, quantity, 0, null)));
        if (!postings.isEmpty()) {
            ledger.post(Document.automatic(at, DocumentType.TRANSFER_IN, Long.toString(transferId), postings));
        }
    }

    private static TransferView same(TransferRow transfer, List<TransferLineRow> lines, Pieces received) {
        boolean same = lines.stream()
                .allMatch(line -> line.received() != null && line.received() == received.of(line.skuId()));
        if (!same) {
            throw TransferProblem.TRANSFER_RECEIVED.with();
        }
        return TransferView.of(transfer, lines);
    }

    private static void requireShipped(Pieces received, Pieces sent) {
        received.minus(sent).bySku().keySet().forEach(sku -> {
            throw TransferProblem.RECEIVED_MORE_THAN_SHIPPED.with(
                    "skuId", SkuId.of(sku), "received", received.of(sku), "shipped", sent.of(sku));
        });
    }
}
