package io.mendian.member.pointsgift;

import io.mendian.kernel.MemberKey;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Frees the points of a gift that nobody took: withdrawn by its giver, or over. */
@UseCase
public class EndGift {

    private final Gifts gifts;
    private final PointsSessions sessions;
    private final Clock clock;

    EndGift(Gifts gifts, PointsSessions sessions, Clock clock) {
        this.gifts = gifts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Again it changes nothing. */
    @Transactional
    public GiftView withdraw(long giftId, MemberKey giver) {
        Gifts.GiftRow gift = gifts.find(giftId)
                .filter(one -> one.fromMember() == giver.value())
                .orElseThrow(CommonProblem.NOT_FOUND::with);
        if (!end(gift, "WITHDRAWN") && gifts.find(giftId).orElseThrow().status().equals("TAKEN")) {
            throw GiftProblem.GIFT_GONE.with();
        }
        return gifts.find(giftId).orElseThrow().seenBy(giver.value());
    }

    /** Gives how many gifts it looked at. */
    @Transactional
    public int expire(int limit) {
        List<Gifts.GiftRow> over = gifts.over(clock.instant(), limit);
        // accounts are locked in the order of their keys, as everywhere
        over.stream()
                .sorted(Comparator.comparingLong(Gifts.GiftRow::fromMember))
                .forEach(gift -> end(gift, "EXPIRED"));
        return over.size();
    }

    private boolean end(Gifts.GiftRow gift, String status) {
        PointsSession session = sessions.open(List.of(gift.fromMember()));
        if (!gifts.end(gift.giftId(), status, clock.instant())) {
            return false;
        }
        session.free(MemberKey.of(gift.fromMember()), gift.giftId());
        if (!session.save().isEmpty()) {
            throw new IllegalStateException("freeing a gift must not move a balance");
        }
        return true;
    }
}
