package io.mendian.member.level;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where one member stands on the ladder; {@code changes} counts the rows of his level history. */
record Standing(
        long memberKey,
        String levelCode,
        @Nullable String grantedCode,
        Progress progress,
        long changes,
        long ladderVersion,
        Instant since) {

    Standing with(Progress newProgress) {
        return new Standing(memberKey, levelCode, grantedCode, newProgress, changes, ladderVersion, since);
    }

    Standing granted(@Nullable String code) {
        return new Standing(memberKey, levelCode, code, progress, changes, ladderVersion, since);
    }

    Standing on(Ladder ladder) {
        return new Standing(memberKey, levelCode, grantedCode, progress, changes, ladder.version(), since);
    }

    Standing movedTo(String code, Instant at) {
        return new Standing(memberKey, code, grantedCode, progress, changes + 1, ladderVersion, at);
    }
}
