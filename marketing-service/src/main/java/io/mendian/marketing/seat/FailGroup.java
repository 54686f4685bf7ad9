package io.mendian.marketing.seat;

import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Ends one group whose time is over, and tells which paid orders are to be refunded. */
@UseCase
class FailGroup {

    private final Groups groups;
    private final Outbox outbox;
    private final Clock clock;

    FailGroup(Groups groups, Outbox outbox, Clock clock) {
        this.groups = groups;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public boolean fail(long id) {
        BuyingGroupRow row = groups.lock(id);
        BuyingGroup was = BuyingGroup.of(row);
        Instant now = clock.instant();
        if (!was.mayFail(now)) {
            return false; // somebody paid, or another instance was faster
        }
        BuyingGroup failed = was.failed(now);
        groups.save(was, failed);
        outbox.add(groups.settled(failed, row.offerId(), now));
        return true;
    }
}
