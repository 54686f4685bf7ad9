package io.mendian.member.notice;

import io.mendian.kernel.MemberKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notice; {@code nextTryAt} of one that is being sent is the end of its sender's time. No address is kept here. */
record NoticeRow(
        long id,
        long memberKey,
        String kind,
        long points,
        Instant dueAt,
        NoticeStatus status,
        @Nullable NoticeChannel channel,
        @Nullable String reason,
        int tries,
        Instant nextTryAt,
        Instant madeAt,
        @Nullable Instant endedAt,
        @Nullable Instant readAt) {

    static final String POINTS_EXPIRING = "POINTS_EXPIRING";

    MemberKey member() {
        return MemberKey.of(memberKey);
    }
}
