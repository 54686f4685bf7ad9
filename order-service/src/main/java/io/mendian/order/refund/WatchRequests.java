package io.mendian.order.refund;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Finds members' requests that wait too long for a decision, and marks each once for headquarters. */
@UseCase
public class WatchRequests {

    private static final Logger LOG = LoggerFactory.getLogger(WatchRequests.class);

    private final RefundLists lists;
    private final RefundProperties settings;
    private final Clock clock;

    WatchRequests(RefundLists lists, RefundProperties settings, Clock clock) {
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public int mark() {
        Instant now = clock.instant();
        int marked = lists.markOverdue(now, now.minus(settings.decideWithin()));
        if (marked > 0) {
            LOG.warn("ALARM {} return requests wait for a decision too long", marked);
        }
        return marked;
    }
}
