package io.mendian.member.level;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the ladder of levels. Members are moved to it when they next buy or return something, at the latest by {@link
 * ReviewLevels}. The same ladder again changes nothing.
 */
@UseCase
public class SetLadder {

    private final Ladders ladders;
    private final Clock clock;

    SetLadder(Ladders ladders, Clock clock) {
        this.ladders = ladders;
        this.clock = clock;
    }

    @Transactional
    public List<Level> set(List<Level> levels, String setBy) {
        Ladder current = ladders.current();
        Ladder next = Ladder.checked(current.version() + 1, levels);
        if (!next.levels().equals(current.levels())) {
            ladders.add(next, setBy, clock.instant());
        }
        return next.levels();
    }
}
