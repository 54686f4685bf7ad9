package io.mendian.member.points;

import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens {@link PointsSession}s. */
@Component
public class PointsSessions {

    private final PointsTables tables;
    private final PointsCalendar calendar;
    private final Clock clock;

    PointsSessions(PointsTables tables, PointsCalendar calendar, Clock clock) {
        this.tables = tables;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Locks the accounts of these members until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PointsSession open(Collection<Long> memberKeys) {
        return new PointsSession(tables, calendar, tables.ledger().lock(memberKeys), clock.instant());
    }
}
