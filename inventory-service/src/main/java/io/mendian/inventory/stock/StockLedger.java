package io.mendian.inventory.stock;

import io.mendian.contracts.inventory.StockChanged;
import io.mendian.inventory.product.ProductQueries;
import io.mendian.inventory.product.Sku;
import io.mendian.inventory.stock.Document.Posting;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.books.Quarantines;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way to change a balance: a document with its movements and the guarded balances in one transaction, SKU by
 * SKU in rising order. Reservations change no quantity on hand and need no document.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StockLedger {

    private final StockMapper stock;
    private final SafetyWatch safety;
    private final ProductQueries products;
    private final Outbox outbox;
    private final Clock clock;
    private final Quarantines quarantines;

    StockLedger(
            StockMapper stock,
            SafetyWatch safety,
            ProductQueries products,
            Outbox outbox,
            Clock clock,
            Quarantines quarantines) {
        this.quarantines = quarantines;
        this.stock = stock;
        this.safety = safety;
        this.products = products;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of a document: booked now, or found as booked before with the same content. */
    public record Booked(long documentId, Instant bookedAt, boolean again) {}

    /** Reserves all pieces or throws. */
    public void reserve(StoreId store, Pieces pieces) {
        pieces.skuIds().forEach(sku -> refuseOnHold(store, sku));
        pieces.bySku()
                .forEach((sku, quantity) ->
                        Guard.one(stock.reserve(store.value(), sku, quantity), () -> notEnough(store, sku, quantity)));
    }

    /** What is on a store's shelf now, to grant several wishes one after the other before they are reserved together. */
    public Shelf shelf(StoreId store, Pieces wanted) {
        Map<Long, Long> left = new HashMap<>();
        stock.read(store.value(), wanted.skuIds()).forEach(row -> left.put(row.skuId(), row.available()));
        return new Shelf(left);
    }

    /** Counts down in memory; {@link #reserve} has the last word. */
    public final class Shelf {
        private final Map<Long, Long> left;

        private Shelf(Map<Long, Long> left) {
            this.left = left;
        }

        /** Takes all pieces, or none and says which are missing. */
        public Optional<ProblemException> take(Pieces pieces) {
            for (Map.Entry<Long, Long> piece : pieces.bySku().entrySet()) {
                long there = left.getOrDefault(piece.getKey(), 0L);
                if (there < piece.getValue()) {
                    return Optional.of(missing(piece.getKey(), there, piece.getValue()));
                }
            }
            pieces.bySku().forEach((sku, quantity) -> left.merge(sku, -quantity, Long::sum));
            return Optional.empty();
        }
    }

    public void unreserve(StoreId store, Pieces pieces) {
        pieces.bySku()
                .forEach((sku, quantity) -> Guard.one(
                        stock.unreserve(store.value(), sku, quantity),
                        () -> new IllegalStateException("less than " + quantity + " of " + sku + " is reserved")));
    }

    /** As many of the wanted pieces as are available; they stay so until the transaction ends. */
    public Pieces available(StoreId store, Pieces wanted) {
        if (wanted.isEmpty()) {
            return Pieces.NONE;
        }
        TreeMap<Long, Long> left = new TreeMap<>();
        stock.lock(store.value(), wanted.skuIds()).forEach(row -> left.put(row.skuId(), row.available()));
        return wanted.atMost(left);
    }

    /** Lists the SKUs in the store, with nothing on hand when they are new there. */
    public void open(StoreId store, Pieces pieces) {
        pieces.skuIds().forEach(sku -> stock.open(store.value(), sku));
    }

    /** Books a document. The same document again changes nothing; its number with other content is refused. */
    public Booked post(Document document) {
        if (!document.type().followsAnOrder()) {
            document.postings().forEach(posting -> refuseOnHold(document.storeId(), posting.skuId()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DocumentRow row = rowOf(document, now);
        try {
            stock.insertDocument(row);
        } catch (DuplicateKeyException e) {
            return bookedBefore(row);
        }
        stock.insertMovements(movements(document, now));
        TreeMap<Long, Long> deltas = new TreeMap<>();
        TreeMap<Long, Long> fromReserved = new TreeMap<>();
        for (Posting posting : document.postings()) {
            deltas.merge(posting.skuId(), posting.delta(), Math::addExact);
            fromReserved.merge(posting.skuId(), posting.fromReserved(), Math::addExact);
        }
        deltas.forEach((sku, delta) -> change(document.storeId(), sku, delta, fromReserved.getOrDefault(sku, 0L)));
        tell(document, deltas, now);
        return new Booked(row.id(), now, false);
    }

    private void change(StoreId store, long sku, long delta, long fromReserved) {
        if (delta < 0) {
            Guard.one(
                    stock.take(store.value(), sku, -delta, fromReserved),
                    () -> notEnough(store, sku, -delta - fromReserved));
        } else if (stock.put(store.value(), sku, delta) == 0) {
            stock.open(store.value(), sku);
            Guard.one(stock.put(store.value(), sku, delta), () -> new IllegalStateException("no stock row"));
        }
    }

    /** The rows are locked by the change, so this reads what the change left. */
    private void tell(Document document, TreeMap<Long, Long> deltas, Instant now) {
        List<StockChanged> events = new ArrayList<>();
        for (StockRow row : stock.lock(document.storeId().value(), deltas.keySet())) {
            safety.look(document, row);
            events.add(new StockChanged(
                    document.storeId(),
                    SkuId.of(row.skuId()),
                    deltas.getOrDefault(row.skuId(), 0L),
                    row.onHand(),
                    row.reserved(),
                    document.type().name(),
                    document.documentNo(),
                    now));
        }
        outbox.addAll(events);
    }

    private Booked bookedBefore(DocumentRow row) {
        DocumentRow known = stock.lockDocument(row.storeId(), row.kind(), row.documentNo());
        if (!known.content().equals(row.content())) {
            throw StockProblem.DOCUMENT_NO_USED.with("documentNo", row.documentNo());
        }
        return new Booked(known.id(), known.bookedAt(), true);
    }

    /** What was sold before the hold still goes its way; nothing new moves. */
    private void refuseOnHold(StoreId store, long sku) {
        if (quarantines.isOnHold(RebuildStock.KIND, store + ":" + sku)) {
            SkuId id = SkuId.of(sku);
            throw StockProblem.STOCK_ON_HOLD.with(
                    "skuId", id, "name", products.find(id).map(Sku::name).orElse(id.text()));
        }
    }

    private ProblemException notEnough(StoreId store, long sku, long wanted) {
        long left = stock.lock(store.value(), List.of(sku)).stream()
                .mapToLong(StockRow::available)
                .findFirst()
                .orElse(0);
        return missing(sku, left, wanted);
    }

    private ProblemException missing(long sku, long left, long wanted) {
        SkuId id = SkuId.of(sku);
        String name = products.find(id).map(Sku::name).orElse(id.text());
        return StockProblem.NOT_ENOUGH_STOCK.with("skuId", id, "name", name, "left", left, "wanted", wanted);
    }

    private static DocumentRow rowOf(Document document, Instant now) {
        return new DocumentRow(
                Ids.next(),
                document.storeId().value(),
                document.type(),
                document.documentNo(),
                document.fingerprint(),
                document.reason(),
                document.supplier(),
                document.note(),
                document.staffId() == null ? null : document.staffId().value(),
                now);
    }

    private static List<MovementRow> movements(Document document, Instant now) {
        return document.postings().stream()
                .map(posting -> new MovementRow(
                        Ids.next(),
                        document.storeId().value(),
                        posting.skuId(),
                        document.type(),
                        document.documentNo(),
                        posting.lineNo(),
                        posting.delta(),
                        posting.unitCostMinor(),
                        now))
                .toList();
    }
}
