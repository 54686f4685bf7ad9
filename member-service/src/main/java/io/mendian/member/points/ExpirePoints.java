package io.mendian.member.points;

import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Empties expired lots, at most {@code limit} a run. What can be spent never waits for it: a lot past its day cannot be
 * used, swept or not.
 */
@UseCase
public class ExpirePoints {

    private final PointsSessions sessions;
    private final PointsTables tables;
    private final Outbox outbox;
    private final Clock clock;

    ExpirePoints(PointsSessions sessions, PointsTables tables, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.tables = tables;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Gives how many lots it looked at. */
    @Transactional
    public int expire(int limit) {
        List<PointsLot> lots = tables.lots().expired(clock.instant(), limit);
        if (lots.isEmpty()) {
            return 0;
        }
        PointsSession session =
                sessions.open(lots.stream().map(PointsLot::memberKey).toList());
        lots.forEach(session::expire);
        outbox.addAll(session.save());
        return lots.size();
    }
}
