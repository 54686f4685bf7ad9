package io.mendian.member.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one notice, as headquarters sees it: by what it went, how often it was tried, and why it did not arrive. */
public record NoticeTrace(
        String noticeId,
        String memberKey,
        String kind,
        NoticeStatus status,
        @Nullable NoticeChannel channel,
        @Nullable String reason,
        int tries,
        Instant madeAt,
        @Nullable Instant endedAt) {

    /** How many notices ended so. */
    public record Figure(
            String kind,
            NoticeStatus status,
            @Nullable NoticeChannel channel,
            @Nullable String reason,
            long notices) {}

    /** A page; {@code next} is the cursor of the one after it. */
    public record Page(List<NoticeTrace> notices, @Nullable String next) {}
}
