package io.mendian.member.hold;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Ends holds whose deadline has passed, at most {@code limit} a run, members in the order of their keys. */
@UseCase
public class ExpireHolds {

    private final Holds holds;
    private final FreeHold freeHold;
    private final Clock clock;

    ExpireHolds(Holds holds, FreeHold freeHold, Clock clock) {
        this.holds = holds;
        this.freeHold = freeHold;
        this.clock = clock;
    }

    /** Gives how many it looked at. */
    @Transactional
    public int expire(int limit) {
        List<HoldRow> expired = holds.expired(clock.instant(), limit);
        expired.stream()
                .sorted(Comparator.comparing(HoldRow::memberKey, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(HoldRow::holdId))
                .forEach(hold -> freeHold.free(hold, HoldStatus.EXPIRED));
        return expired.size();
    }
}
