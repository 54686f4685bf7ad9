package io.mendian.inventory.hold;

import io.mendian.inventory.stock.StockLedger;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Frees what a hold reserved. One that has not come yet is refused when it comes; one that has ended stays as it is. */
@UseCase
public class ReleaseHold {

    private final Holds holds;
    private final StockLedger ledger;

    ReleaseHold(Holds holds, StockLedger ledger) {
        this.holds = holds;
        this.ledger = ledger;
    }

    @Transactional
    public void release(HoldId id, @Nullable StoreId store) {
        HoldRow hold = holds.lockOrTakePlace(id, store);
        if (!hold.state().next().contains(HoldStatus.RELEASED)) {
            return;
        }
        holds.move(hold, HoldStatus.RELEASED);
        if (hold.state() == HoldStatus.HELD && hold.storeId() != null) {
            ledger.unreserve(StoreId.of(hold.storeId()), holds.pieces(hold));
        }
    }
}
