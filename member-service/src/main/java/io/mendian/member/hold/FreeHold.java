package io.mendian.member.hold;

import io.mendian.kernel.MemberKey;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.member.wallet.WalletLedger;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What release and expiry have in common: everything the hold set aside is free again, once. */
@Component
class FreeHold {

    private final Holds holds;
    private final HeldCards heldCards;
    private final PointsSessions points;
    private final WalletLedger wallet;
    private final Clock clock;

    FreeHold(Holds holds, HeldCards heldCards, PointsSessions points, WalletLedger wallet, Clock clock) {
        this.holds = holds;
        this.heldCards = heldCards;
        this.points = points;
        this.wallet = wallet;
        this.clock = clock;
    }

    /** Tells whether the hold was ended by this. */
    boolean free(HoldRow seen, HoldStatus as) {
        MemberKey member = seen.member();
        if (member == null) {
            boolean ended = holds.end(seen, as, clock.instant());
            if (ended) {
                heldCards.free(seen);
            }
            return ended;
        }
        PointsSession session = points.open(List.of(member.value()));
        if (!holds.end(seen, as, clock.instant())) {
            return false;
        }
        session.free(member, seen.holdId());
        wallet.free(member, seen.stored());
        heldCards.free(seen);
        List<?> events = session.save();
        if (!events.isEmpty()) {
            throw new IllegalStateException("freeing a hold must not move a balance");
        }
        return true;
    }
}
