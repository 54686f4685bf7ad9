package io.mendian.member.pointsgift;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets points aside for whoever brings the code. They stay the giver's until they are taken, and expire with the lots they
 * came from: giving does not lengthen their life.
 */
@UseCase
public class GivePoints {

    private static final int CODE_BYTES = 15;

    private final Gifts gifts;
    private final PointsSessions sessions;
    private final GiftLimits limits;
    private final Outbox outbox;
    private final Clock clock;
    private final BusinessDay days;
    private final SecureRandom random = new SecureRandom();

    GivePoints(
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
    public GiftView give(MemberKey from, long points, @Nullable String message) {
        if (limits.most() == 0) {
            throw GiftProblem.GIFTS_OFF.with();
        }
        if (points > limits.most()) {
            throw GiftProblem.GIFT_TOO_LARGE.with("most", limits.most());
        }
        PointsSession session = sessions.open(List.of(from.value()));
        Instant now = clock.instant();
        long left = limits.givenPerDay() - gifts.givenSince(from.value(), days.startOf(days.dateOf(now)));
        if (points > left) {
            throw GiftProblem.GIFT_DAY_LIMIT.with("left", Math.max(0, left));
        }
        long giftId = Ids.next();
        session.hold(from, giftId, points);
        Instant firstExpiry = session.firstExpiryOf(giftId);
        Instant end = now.plus(limits.open());
        Gifts.GiftRow gift = new Gifts.GiftRow(
                giftId,
                from.value(),
                null,
                points,
                message,
                code(),
                "OPEN",
                now,
                firstExpiry.isBefore(end) ? firstExpiry : end,
                null);
        gifts.add(gift);
        outbox.addAll(session.save());
        return gift.seenBy(from.value());
    }

    private String code() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
