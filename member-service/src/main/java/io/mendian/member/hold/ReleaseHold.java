package io.mendian.member.hold;

import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Gives back what a hold set aside. A hold that is gone, or never was, stays as it is. */
@UseCase
public class ReleaseHold {

    private final Holds holds;
    private final FreeHold freeHold;

    ReleaseHold(Holds holds, FreeHold freeHold) {
        this.holds = holds;
        this.freeHold = freeHold;
    }

    @Transactional
    public void release(long holdId) {
        holds.find(holdId)
                .filter(hold -> hold.status() == HoldStatus.HELD)
                .ifPresent(hold -> freeHold.free(hold, HoldStatus.RELEASED));
    }
}
