package io.mendian.inventory.hold;

import io.mendian.inventory.stock.StockLedger;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Frees what holds past their deadline reserved, each in a transaction of its own. */
@UseCase
public class ExpireHolds {

    private final HoldMapper mapper;
    private final Holds holds;
    private final StockLedger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExpireHolds(HoldMapper mapper, Holds holds, StockLedger ledger, TransactionTemplate transaction, Clock clock) {
        this.mapper = mapper;
        this.holds = holds;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Gives the number of holds that were due; fewer than the limit means that none is left. */
    public int expire(int limit) {
        List<Long> due = mapper.due(clock.instant(), limit);
        due.forEach(id -> TransactionRetry.repeat(() -> transaction.execute(status -> expire(HoldId.of(id)))));
        return due.size();
    }

    private boolean expire(HoldId id) {
        HoldRow hold = holds.lock(id).orElseThrow();
        Instant now = clock.instant();
        if (hold.state() != HoldStatus.HELD || hold.expiresAt().isAfter(now) || hold.storeId() == null) {
            return false;
        }
        holds.move(hold, HoldStatus.EXPIRED);
        ledger.unreserve(StoreId.of(hold.storeId()), holds.pieces(hold));
        return true;
    }
}
