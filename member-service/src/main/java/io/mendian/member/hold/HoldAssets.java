package io.mendian.member.hold;

import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets points and stored value of a member aside, both or neither. The id comes from the caller: the same id and content
 * is the same hold, with its first deadline; other content is refused.
 */
@UseCase
public class HoldAssets {

    private final Holds holds;
    private final PointsSessions points;
    private final WalletLedger wallet;
    private final Outbox outbox;
    private final Clock clock;

    HoldAssets(Holds holds, PointsSessions points, WalletLedger wallet, Outbox outbox, Clock clock) {
        this.holds = holds;
        this.points = points;
        this.wallet = wallet;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public HoldView hold(HoldCommand command) {
        // the account is locked first: two requests with one id meet here, and the second finds the hold of the first
        PointsSession session = points.open(List.of(command.memberKey().value()));
        Optional<HoldRow> known = holds.lock(command.holdId().value());
        if (known.isPresent()) {
            return again(known.get(), command);
        }
        Instant now = clock.instant();
        if (!command.expiresAt().isAfter(now)) {
            throw HoldProblem.HOLD_EXPIRES_IN_THE_PAST.with();
        }
        session.hold(command.memberKey(), command.holdId().value(), command.points());
        StoredValue stored = wallet.hold(command.memberKey(), command.storedValueMinor());
        HoldRow hold = HoldRow.held(command, stored);
        holds.add(hold, false, now);
        outbox.addAll(session.save());
        return hold.view();
    }

    private static HoldView again(HoldRow known, HoldCommand command) {
        if (!known.isFor(command)) {
            throw HoldProblem.HOLD_DIFFERS.with();
        }
        if (known.status() != HoldStatus.HELD && known.status() != HoldStatus.CONFIRMED) {
            throw HoldProblem.HOLD_ENDED.with("status", known.status().name());
        }
        return known.view();
    }
}
