package io.mendian.order.catalogue;

import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.ImportPlan.Planned;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Saves some checked rows in one transaction: new codes are created, other content is a new version, the same is left alone. */
@UseCase
class SaveImportedSkus {

    private final Skus skus;
    private final SkuEvents events;
    private final Outbox outbox;

    SaveImportedSkus(Skus skus, SkuEvents events, Outbox outbox) {
        this.skus = skus;
        this.events = events;
        this.outbox = outbox;
    }

    /** How many SKUs were made, changed, and left as they are. */
    record Counts(int created, int changed, int unchanged) {

        static final Counts NONE = new Counts(0, 0, 0);

        static Counts of(@Nullable Sku now, SkuContent content) {
            if (now == null) {
                return new Counts(1, 0, 0);
            }
            return now.content().equals(content) ? new Counts(0, 0, 1) : new Counts(0, 1, 0);
        }

        Counts plus(Counts other) {
            return new Counts(created + other.created, changed + other.changed, unchanged + other.unchanged);
        }
    }

    @Transactional
    public Counts save(List<Planned> rows) {
        Map<String, Sku> known = skus
                .byCodes(rows.stream().map(row -> row.content().code()).toList())
                .stream()
                .collect(Collectors.toMap(Sku::code, sku -> sku));
        List<Sku> fresh = new ArrayList<>();
        List<Skus.Change> changes = new ArrayList<>();
        Counts counts = Counts.NONE;
        for (Planned row : rows) {
            Sku now = known.get(row.content().code());
            counts = counts.plus(Counts.of(now, row.content()));
            if (now == null) {
                fresh.add(Sku.of(row.newId(), row.content(), 1));
            } else if (!now.content().equals(row.content())) {
                changes.add(new Skus.Change(now, Sku.of(now.id(), row.content(), now.version() + 1)));
            }
        }
        skus.insert(fresh);
        skus.update(changes);
        requireServices(rows);
        List<SkuPublished> published = new ArrayList<>();
        fresh.forEach(sku -> published.add(events.published(sku)));
        changes.forEach(change -> published.add(events.published(change.next())));
        outbox.addAll(published);
        return counts;
    }

    /** A service that another import made under the same code at the same time has another id; then the file is to be sent again. */
    private void requireServices(List<Planned> rows) {
        Set<SkuId> named = rows.stream()
                .map(row -> row.content().cardTerms())
                .filter(Objects::nonNull)
                .flatMap(terms -> terms.serviceSkuIds().stream())
                .collect(Collectors.toSet());
        if (skus.versions(named).size() < named.size()) {
            throw SkuProblem.SKU_CHANGED_MEANWHILE.with("code", "-", "version", "?");
        }
    }
}
