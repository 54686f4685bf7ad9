package io.mendian.member.level;

import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the periods that are over: who met the requirement of his level keeps it for a new period, who missed it falls as
 * the ladder says. At most {@code limit} members a run.
 */
@UseCase
public class EndLevelPeriods {

    private final LevelSessions sessions;
    private final Standings standings;
    private final LevelCalendar calendar;
    private final Outbox outbox;
    private final Clock clock;

    EndLevelPeriods(LevelSessions sessions, Standings standings, LevelCalendar calendar, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.standings = standings;
        this.calendar = calendar;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Gives how many members it looked at. */
    @Transactional
    public int end(int limit) {
        List<Long> members = standings.over(calendar.dateOf(clock.instant()), limit);
        if (!members.isEmpty()) {
            // opening brings everybody up to date
            outbox.addAll(sessions.open(members).save());
        }
        return members.size();
    }
}
