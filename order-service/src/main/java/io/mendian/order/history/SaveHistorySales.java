package io.mendian.order.history;

import io.mendian.order.history.HistorySales.Stored;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.annotation.Transactional;

/** Saves checked sales in one transaction; only those that were not there before are told to the other services. */
@UseCase
class SaveHistorySales {

    private final HistorySales sales;
    private final HistoryEvents events;
    private final Outbox outbox;

    SaveHistorySales(HistorySales sales, HistoryEvents events, Outbox outbox) {
        this.sales = sales;
        this.events = events;
        this.outbox = outbox;
    }

    /** What is stored under the number of each row, by index; the row's own id when it is new. */
    @Transactional
    public Map<Integer, Stored> save(String source, List<HistorySaleRow> rows) {
        // one order for all batches, so that two with the same sales wait for each other instead of both losing
        List<HistorySaleRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> row.sale().externalRef()));
        sales.insertNew(source, sorted);
        Map<String, Stored> stored = sales.stored(
                source, sorted.stream().map(row -> row.sale().externalRef()).toList());
        Map<Integer, Stored> byIndex = new HashMap<>();
        List<HistorySaleRow> fresh = new ArrayList<>();
        for (HistorySaleRow row : rows) {
            Stored found = Objects.requireNonNull(stored.get(row.sale().externalRef()));
            byIndex.put(row.index(), found);
            if (found.id().equals(row.id())) {
                fresh.add(row);
            }
        }
        outbox.addAll(fresh.stream().map(row -> events.paid(source, row)).toList());
        return byIndex;
    }
}
