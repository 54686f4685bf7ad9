package io.mendian.member.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member is told of, in his own list. {@code dueAt}: from when on the points can no longer be used. */
public record NoticeView(
        String noticeId,
        String kind,
        String text,
        String textEn,
        long points,
        Instant dueAt,
        Instant madeAt,
        @Nullable Instant readAt) {

    /** A page; {@code next} is the cursor of the one after it. */
    public record Page(List<NoticeView> notices, @Nullable String next) {}
}
