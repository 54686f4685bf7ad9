package io.mendian.marketing.seat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A group as those see it who may join; {@code opener} is masked and names no person. */
public record GroupView(
        String groupId,
        String offerId,
        GroupState state,
        int size,
        int paid,
        int seatsLeft,
        String opener,
        @Nullable Instant endsAt) {

    static GroupView of(BuyingGroupRow row) {
        return new GroupView(
                Long.toString(row.id()),
                Long.toString(row.offerId()),
                row.state(),
                row.size(),
                row.paid(),
                row.state() == GroupState.OPEN ? row.size() - row.kept() : 0,
                "会员***" + String.format("%02d", row.openerKey() % 100),
                row.endsAt());
    }
}
