package io.mendian.marketing.coupon;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which members have bought, so that new-member coupons go to new members only. */
@UseCase
public class NoteMembers {

    private final CouponTemplateMapper mapper;
    private final Clock clock;

    NoteMembers(CouponTemplateMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** {@code history}: taken over from an old till, and so not new. */
    @Transactional
    public void joined(MemberKey member, boolean history) {
        mapper.noteJoined(member.value(), history, clock.instant());
    }

    @Transactional
    public void bought(MemberKey member, OrderId order) {
        mapper.noteOrder(member.value(), order.value(), clock.instant());
    }
}
