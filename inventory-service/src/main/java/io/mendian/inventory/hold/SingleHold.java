package io.mendian.inventory.hold;

import io.mendian.inventory.hold.PlaceHold.Wanted;
import io.mendian.inventory.stock.StockLedger;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** One hold in a transaction of its own: the way of a hold that meets no other, and of one whose batch failed. */
@UseCase
class SingleHold {

    private final HoldMapper mapper;
    private final HoldRows rows;
    private final Holds holds;
    private final StockLedger ledger;
    private final Clock clock;

    SingleHold(HoldMapper mapper, HoldRows rows, Holds holds, StockLedger ledger, Clock clock) {
        this.mapper = mapper;
        this.rows = rows;
        this.holds = holds;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    void place(Wanted wanted) {
        long id = wanted.holdId().value();
        Instant now = clock.instant();
        try {
            mapper.insert(new HoldRow(id, wanted.storeId().value(), HoldStatus.HELD, wanted.expiresAt(), now, null));
        } catch (DuplicateKeyException e) {
            requireSame(holds.lock(wanted.holdId()).orElseThrow(), wanted);
            return;
        }
        if (!wanted.expiresAt().isAfter(now)) {
            throw HoldProblem.HOLD_TOO_LATE.with();
        }
        List<HoldLineRow> lines = wanted.pieces().bySku().entrySet().stream()
                .map(piece -> new HoldLineRow(id, piece.getKey(), piece.getValue()))
                .toList();
        rows.insertLines(lines);
        ledger.reserve(wanted.storeId(), wanted.pieces());
    }

    private void requireSame(HoldRow known, Wanted wanted) {
        if (known.state() != HoldStatus.HELD && known.state() != HoldStatus.CONFIRMED) {
            throw HoldProblem.HOLD_ENDED.with("holdId", wanted.holdId());
        }
        if (!known.storeOr(wanted.storeId()).equals(wanted.storeId())
                || !holds.pieces(known).equals(wanted.pieces())) {
            throw HoldProblem.HOLD_DIFFERS.with("holdId", wanted.holdId());
        }
    }
}
