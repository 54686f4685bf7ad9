package io.mendian.inventory.hold;

import io.mendian.inventory.stock.StockLedger;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.hold.HoldTable;
import io.mendian.runtime.hold.OverdueHolds;
import io.mendian.runtime.persistence.UseCase;

/** Frees what holds past their deadline reserved and no order needs any more, each in a transaction of its own. */
@UseCase
public class ExpireHolds {

    private static final HoldTable STOCK = new HoldTable("STOCK", "stock_hold", "hold_id", "state");

    private final OverdueHolds overdue;
    private final Holds holds;
    private final StockLedger ledger;

    ExpireHolds(OverdueHolds overdue, Holds holds, StockLedger ledger) {
        this.overdue = overdue;
        this.holds = holds;
        this.ledger = ledger;
    }

    /** Gives the number of holds that ended or were put off; fewer than the limit means that there is nothing more to do now. */
    public int expire(int limit) {
        return overdue.expire(STOCK, limit, id -> expire(HoldId.of(id)));
    }

    private boolean expire(HoldId id) {
        HoldRow hold = holds.lock(id).orElseThrow();
        if (hold.state() != HoldStatus.HELD || hold.storeId() == null) {
            return false;
        }
        holds.move(hold, HoldStatus.EXPIRED);
        ledger.unreserve(StoreId.of(hold.storeId()), holds.pieces(hold));
        return true;
    }
}
