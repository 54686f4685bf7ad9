package io.mendian.member.pointsgift;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/** Moves the points of a gift to whoever brings its code first. The same taker again finds it taken by himself. */
@UseCase
public class TakeGift {

    private final Gifts gifts;
    private final PointsSessions sessions;
    private final GiftLimits limits;
    private final Outbox outbox;
    private final Clock clock;
    private final BusinessDay days;

    TakeGift(
            Gifts gifts,
            PointsSessions sessions,
            GiftLimits limits,
            Outbox outbox,
            Clock clock,
            @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.gifts = gifts;
        this.sessions = sessions;
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
        this.days = BusinessDay.in(zone);
    }

    @Transactional
    public GiftView take(String code, MemberKey to) {
        Gifts.GiftRow seen = gifts.byCode(code).orElseThrow(GiftProblem.GIFT_UNKNOWN::with);
        if (seen.fromMember() == to.value()) {
            throw GiftProblem.GIFT_TO_ONESELF.with();
        }
        if (Objects.equals(seen.toMember(), to.value())) {
            return seen.seenBy(to.value());
        }
        PointsSession session = sessions.open(List.of(seen.fromMember(), to.value()));
        Instant now = clock.instant();
        long left = limits.receivedPerDay() - gifts.receivedSince(to.value(), days.startOf(days.dateOf(now)));
        if (seen.points() > left) {
            throw GiftProblem.GIFT_RECEIVE_LIMIT.with("left", Math.max(0, left));
        }
        if (!gifts.take(seen.giftId(), to.value(), now)) {
            throw GiftProblem.GIFT_GONE.with();
        }
        session.moveHeld(MemberKey.of(seen.fromMember()), to, seen.giftId());
        outbox.addAll(session.save());
        return gifts.find(seen.giftId()).orElseThrow().seenBy(to.value());
    }
}
