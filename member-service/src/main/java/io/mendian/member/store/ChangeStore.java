package io.mendian.member.store;

import io.mendian.contracts.member.StoreChanged;
import io.mendian.kernel.StoreId;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Changes a store's master data and tells the other services. Whoever looked at an older version is refused. */
@UseCase
public class ChangeStore {

    /** What the store is to be; the code stays for ever. */
    public record Change(
            String name,
            StoreKind kind,
            String zone,
            LocalTime dayEnds,
            @Nullable String region,
            boolean active,
            long version) {}

    private final Stores stores;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeStore(Stores stores, Outbox outbox, AuditTrail audit, Clock clock) {
        this.stores = stores;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public StoreView change(Caller caller, Origin origin, StoreId id, Change change) {
        caller.requireReach(id);
        StoreRow old = stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        StoreRow changed = new StoreRow(
                old.id(),
                old.code(),
                change.name(),
                change.kind(),
                change.zone(),
                change.dayEnds(),
                Regions.plain(change.region()),
                change.active(),
                change.version() + 1,
                old.openedAt());
        Instant now = clock.instant();
        stores.update(changed, change.version(), Timestamp.from(now));
        StoreView view = changed.view();
        outbox.add(new StoreChanged(
                id,
                view.code(),
                view.name(),
                view.kind().name(),
                view.zone(),
                view.dayEnds(),
                view.region(),
                view.active(),
                now));
        Map<String, String> facts = Map.of("version", Long.toString(view.version()), "active", view.active() + "");
        audit.add(AuditEntry.of(caller, origin, "STORE_CHANGED", "store:" + id, facts));
        return view;
    }
}
