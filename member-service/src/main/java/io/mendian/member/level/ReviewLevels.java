package io.mendian.member.level;

import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Moves members to a ladder that changed since they were last looked at; at most {@code limit} a run. */
@UseCase
public class ReviewLevels {

    private final LevelSessions sessions;
    private final Ladders ladders;
    private final Standings standings;
    private final Outbox outbox;

    ReviewLevels(LevelSessions sessions, Ladders ladders, Standings standings, Outbox outbox) {
        this.sessions = sessions;
        this.ladders = ladders;
        this.standings = standings;
        this.outbox = outbox;
    }

    @Transactional
    public int review(int limit) {
        List<Long> members = standings.notYetOn(ladders.current().version(), limit);
        if (members.isEmpty()) {
            return 0;
        }
        LevelSession session = sessions.open(members);
        outbox.addAll(session.save());
        return members.size();
    }
}
