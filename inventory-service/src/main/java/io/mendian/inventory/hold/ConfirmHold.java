package io.mendian.inventory.hold;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.inventory.alert.AlertKind;
import io.mendian.inventory.alert.RaiseAlert;
import io.mendian.inventory.stock.Document;
import io.mendian.inventory.stock.Document.Posting;
import io.mendian.inventory.stock.DocumentType;
import io.mendian.inventory.stock.Pieces;
import io.mendian.inventory.stock.StockLedger;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sells what a paid order held. When the hold has ended, never came, or held less than was sold, it takes what is
 * available; what is missing becomes a shortage with an alert, for the goods are sold already. Once per order.
 */
@UseCase
public class ConfirmHold {

    private final HoldMapper mapper;
    private final Holds holds;
    private final StockLedger ledger;
    private final RaiseAlert raiseAlert;
    private final Clock clock;

    ConfirmHold(HoldMapper mapper, Holds holds, StockLedger ledger, RaiseAlert raiseAlert, Clock clock) {
        this.mapper = mapper;
        this.holds = holds;
        this.ledger = ledger;
        this.raiseAlert = raiseAlert;
        this.clock = clock;
    }

    @Transactional
    public void confirm(OrderPaid order) {
        Pieces sold = ShelfLines.sold(order.lines());
        HoldId id = HoldId.of(order.orderId().value());
        if (order.history() || (sold.isEmpty() && holds.lock(id).isEmpty())) {
            return;
        }
        HoldRow hold = holds.lockOrTakePlace(id, order.storeId());
        if (hold.state() == HoldStatus.CONFIRMED) {
            return;
        }
        StoreId store = hold.storeOr(order.storeId());
        Pieces held = holds.pieces(hold);
        Pieces reserved = hold.state() == HoldStatus.HELD ? held : Pieces.NONE;
        Pieces rest = held.or(sold).minus(reserved);
        Pieces found = ledger.available(store, rest);
        holds.move(hold, HoldStatus.CONFIRMED);
        recordLate(hold, store, rest, found);
        Pieces taken = reserved.plus(found);
        if (!taken.isEmpty()) {
            ledger.post(Document.automatic(store, DocumentType.SALE, id.text(), postings(taken, reserved)));
        }
    }

    private static List<Posting> postings(Pieces taken, Pieces reserved) {
        List<Posting> postings = new ArrayList<>();
        taken.bySku()
                .forEach((sku, quantity) ->
                        postings.add(new Posting(sku, postings.size() + 1, -quantity, reserved.of(sku), null)));
        return postings;
    }

    private void recordLate(HoldRow hold, StoreId store, Pieces rest, Pieces found) {
        Pieces missing = rest.minus(found);
        rest.bySku().forEach((sku, wanted) -> {
            boolean isShort = missing.of(sku) > 0;
            if (isShort) {
                mapper.insertShortage(new ShortageRow(
                        hold.holdId(), sku, store.value(), wanted, found.of(sku), hold.state(), clock.instant()));
            }
            raiseAlert.raise(
                    isShort ? AlertKind.SHORTAGE : AlertKind.LATE_CONFIRM,
                    store,
                    SkuId.of(sku),
                    isShort ? missing.of(sku) : wanted,
                    "ORDER:" + hold.holdId() + ":" + hold.state());
        });
    }
}
