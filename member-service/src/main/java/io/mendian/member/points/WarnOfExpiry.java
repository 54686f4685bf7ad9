package io.mendian.member.points;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.member.PointsExpiring;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of points that expire within the days the rule names: once per member and due date, whatever the number of lots
 * that end on it. At most {@code limit} lots a run.
 */
@UseCase
public class WarnOfExpiry {

    private final PointsTables tables;
    private final Outbox outbox;
    private final List<ExpiryWarned> listeners;
    private final Clock clock;

    WarnOfExpiry(PointsTables tables, Outbox outbox, List<ExpiryWarned> listeners, Clock clock) {
        this.tables = tables;
        this.outbox = outbox;
        this.listeners = listeners;
        this.clock = clock;
    }

    private record Due(long memberKey, Instant expiresAt) {}

    /** Gives how many lots it looked at. */
    @Transactional
    public int warn(int limit) {
        int days = tables.rules().current().warnDays();
        Instant now = clock.instant();
        if (days == 0) {
            return 0;
        }
        List<PointsLot> lots = tables.lots().toWarn(now, now.plus(Duration.ofDays(days)), limit);
        Set<Due> dues = new LinkedHashSet<>();
        lots.forEach(lot -> dues.add(new Due(lot.memberKey(), lot.expiresAt())));
        List<DomainEvent> events = new ArrayList<>();
        for (Due due : dues) {
            long points = tables.lots().expiringAt(due.memberKey(), due.expiresAt());
            if (points > 0 && tables.lots().addWarning(due.memberKey(), due.expiresAt(), points, now)) {
                MemberKey member = MemberKey.of(due.memberKey());
                events.add(new PointsExpiring(member, points, due.expiresAt(), now));
                listeners.forEach(one -> one.expiryWarned(member, points, due.expiresAt()));
            }
        }
        tables.lots().warned(lots);
        outbox.addAll(events);
        return lots.size();
    }
}
