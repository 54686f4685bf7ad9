package io.mendian.member.level;

import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens {@link LevelSession}s. */
@Component
public class LevelSessions {

    private final Ladders ladders;
    private final Standings standings;
    private final Clock clock;

    LevelSessions(Ladders ladders, Standings standings, Clock clock) {
        this.ladders = ladders;
        this.standings = standings;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public LevelSession open(Collection<Long> memberKeys) {
        Ladder ladder = ladders.current();
        return new LevelSession(
                standings, ladder, standings.lock(memberKeys, ladder, clock.instant()), clock.instant());
    }
}
