package io.mendian.member.store;

import io.mendian.contracts.member.StoreOpened;
import io.mendian.kernel.StoreId;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.member.staff.HiredStaff;
import io.mendian.member.staff.Hiring;
import io.mendian.member.staff.PreparedStaff;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Opens a working store in one call: the store, its manager, its clerks. All of it or nothing. */
@UseCase
public class OpenStore {

    private final Stores stores;
    private final Hiring hiring;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    OpenStore(Stores stores, Hiring hiring, Outbox outbox, AuditTrail audit, Clock clock) {
        this.stores = stores;
        this.hiring = hiring;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public OpenedStore open(Caller caller, Origin origin, NewStore wish) {
        if (!caller.chainWide()) {
            throw CommonProblem.NOT_ALLOWED.with();
        }
        StoreRow row = new StoreRow(
                Ids.next(),
                wish.code(),
                wish.name(),
                wish.kind(),
                wish.zone(),
                wish.dayEnds(),
                Regions.plain(wish.region()),
                true,
                1,
                clock.instant());
        stores.insert(row, caller.staffId().value());
        StoreId id = StoreId.of(row.id());
        List<HiredStaff> hired = new ArrayList<>();
        for (PreparedStaff one : wish.staff()) {
            hired.add(hiring.insert(one.in(id), caller));
        }
        StoreView view = row.view();
        outbox.add(new StoreOpened(
                id,
                view.code(),
                view.name(),
                view.kind().name(),
                view.zone(),
                view.dayEnds(),
                view.region(),
                view.openedAt()));
        String accounts = hired.stream()
                .map(one -> one.staff().staffId() + " " + one.staff().role())
                .toList()
                .toString();
        Map<String, String> facts = Map.of("code", view.code(), "staff", accounts);
        audit.add(AuditEntry.of(caller, origin, "STORE_OPENED", "store:" + id, facts));
        return new OpenedStore(id, view, hired);
    }
}
