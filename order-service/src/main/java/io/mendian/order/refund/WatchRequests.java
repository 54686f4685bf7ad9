package io.mendian.order.refund;

import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Finds members' requests that wait too long for a decision, and marks each once for headquarters. */
@UseCase
public class WatchRequests {

    private static final int AT_ONCE = 200;

    private final RefundLists lists;
    private final Alarms alarms;
    private final RefundProperties settings;
    private final Clock clock;

    WatchRequests(RefundLists lists, Alarms alarms, RefundProperties settings, Clock clock) {
        this.lists = lists;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public int mark() {
        Instant now = clock.instant();
        Instant askedBefore = now.minus(settings.decideWithin());
        lists.overdue(askedBefore, AT_ONCE)
                .forEach(id -> alarms.raise(
                        "RETURN_OVERDUE", Long.toString(id), Map.of("askedBefore", askedBefore.toString())));
        return lists.markOverdue(now, askedBefore, AT_ONCE);
    }
}
