package io.mendian.inventory.hold;

import io.mendian.inventory.hold.PlaceHold.Wanted;
import io.mendian.inventory.stock.Pieces;
import io.mendian.inventory.stock.StockLedger;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many holds in one transaction: decided in the order of their arrival against what is available, written with one insert
 * of holds, one of lines and one guarded update per SKU. The guard is still in the update: where somebody else was faster,
 * or a hold is there already, everything is undone and each hold is placed by itself.
 */
@Component
class HoldBatch {

    private final HoldRows rows;
    private final StockLedger ledger;
    private final Clock clock;

    HoldBatch(HoldRows rows, StockLedger ledger, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why each was refused, or nothing for a hold that stands. */
    @Transactional
    List<Optional<ProblemException>> place(List<Wanted> wishes) {
        Instant now = clock.instant();
        Map<StoreId, StockLedger.Shelf> shelves = shelves(wishes);
        List<Optional<ProblemException>> answers = new ArrayList<>();
        List<Wanted> granted = new ArrayList<>();
        for (Wanted wish : wishes) {
            Optional<ProblemException> refusal = wish.expiresAt().isAfter(now)
                    ? Objects.requireNonNull(shelves.get(wish.storeId())).take(wish.pieces())
                    : Optional.of(HoldProblem.HOLD_TOO_LATE.with());
            answers.add(refusal);
            if (refusal.isEmpty()) {
                granted.add(wish);
            }
        }
        if (!granted.isEmpty()) {
            write(granted, now);
        }
        return answers;
    }

    private Map<StoreId, StockLedger.Shelf> shelves(List<Wanted> wishes) {
        Map<StoreId, StockLedger.Shelf> shelves = new HashMap<>();
        piecesByStore(wishes).forEach((store, pieces) -> shelves.put(store, ledger.shelf(store, pieces)));
        return shelves;
    }

    /** The rows that everybody wants come last, so that they are locked for the shortest time. */
    private void write(List<Wanted> granted, Instant now) {
        rows.insertHeld(granted.stream()
                .map(wish -> new HoldRow(
                        wish.holdId().value(), wish.storeId().value(), HoldStatus.HELD, wish.expiresAt(), now, null))
                .toList());
        rows.insertLines(granted.stream()
                .flatMap(wish -> wish.pieces().bySku().entrySet().stream()
                        .map(piece -> new HoldLineRow(wish.holdId().value(), piece.getKey(), piece.getValue())))
                .toList());
        piecesByStore(granted).forEach(ledger::reserve);
    }

    /** In the order of the stores' ids: the order in which stock rows are locked. */
    private static Map<StoreId, Pieces> piecesByStore(List<Wanted> wishes) {
        Map<StoreId, List<Pieces>> byStore = new TreeMap<>(Comparator.comparingLong(StoreId::value));
        wishes.forEach(wish -> byStore.computeIfAbsent(wish.storeId(), store -> new ArrayList<>())
                .add(wish.pieces()));
        Map<StoreId, Pieces> sums = new LinkedHashMap<>();
        byStore.forEach((store, pieces) -> sums.put(store, Pieces.sum(pieces)));
        return sums;
    }
}
