package io.mendian.member.hold;

import io.mendian.runtime.hold.HoldTable;
import io.mendian.runtime.hold.OverdueHolds;
import io.mendian.runtime.persistence.UseCase;

/** Ends holds whose deadline has passed and that no order needs any more, each in a transaction of its own. */
@UseCase
public class ExpireHolds {

    private static final HoldTable ASSETS = new HoldTable("ASSETS", "asset_hold", "hold_id", "status");

    private final OverdueHolds overdue;
    private final Holds holds;
    private final FreeHold freeHold;

    ExpireHolds(OverdueHolds overdue, Holds holds, FreeHold freeHold) {
        this.overdue = overdue;
        this.holds = holds;
        this.freeHold = freeHold;
    }

    /** Gives how many ended or were put off, of at most {@code limit}. */
    public int expire(int limit) {
        return overdue.expire(ASSETS, limit, this::end);
    }

    private boolean end(long id) {
        return holds.find(id)
                .filter(hold -> hold.status() == HoldStatus.HELD)
                .map(hold -> freeHold.free(hold, HoldStatus.EXPIRED))
                .orElse(false);
    }
}
