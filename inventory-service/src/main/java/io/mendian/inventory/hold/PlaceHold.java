package io.mendian.inventory.hold;

import io.mendian.inventory.stock.Pieces;
import io.mendian.inventory.stock.StockLedger;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Reserves all pieces of a checkout until a deadline, or none. The same hold again is the same hold. */
@UseCase
public class PlaceHold {

    private final HoldMapper mapper;
    private final Holds holds;
    private final StockLedger ledger;
    private final Clock clock;

    PlaceHold(HoldMapper mapper, Holds holds, StockLedger ledger, Clock clock) {
        this.mapper = mapper;
        this.holds = holds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is to be held; a repeat may carry another deadline, the first one counts. */
    public record Wanted(HoldId holdId, StoreId storeId, Instant expiresAt, Pieces pieces) {}

    @Transactional
    public void place(Wanted wanted) {
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
        mapper.insertLines(lines);
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
