package io.mendian.member.level;

import io.mendian.kernel.MemberKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member's level, his progress, and what exactly is missing to the next level.
 *
 * @param since when he reached his level; null before his first order
 * @param next null at the top
 */
public record StandingView(
        MemberKey memberKey,
        Level level,
        @Nullable Instant since,
        @Nullable String grantedLevel,
        Progress progress,
        @Nullable Next next) {

    /** The level above, reached as soon as one of the gaps is closed. */
    public record Next(Level level, List<Gap> gaps) {}

    /** What is missing of one measure; money in the smallest currency unit. */
    public record Gap(Measure measure, long threshold, long have, long missing) {}

    static StandingView of(MemberKey member, @Nullable Standing standing, Ladder ladder) {
        Progress progress = standing == null ? Progress.NONE : standing.progress();
        Level level = standing == null
                ? ladder.base()
                : ladder.find(standing.levelCode()).orElse(ladder.base());
        Next next = ladder.above(level.code())
                .map(above -> new Next(above, gaps(above, progress)))
                .orElse(null);
        return new StandingView(
                member,
                level,
                standing == null ? null : standing.since(),
                standing == null ? null : standing.grantedCode(),
                progress,
                next);
    }

    private static List<Gap> gaps(Level above, Progress progress) {
        return above.thresholds().entrySet().stream()
                .map(entry -> new Gap(
                        entry.getKey(),
                        entry.getValue(),
                        progress.of(entry.getKey()),
                        Math.max(0, entry.getValue() - progress.of(entry.getKey()))))
                .sorted(java.util.Comparator.comparing(Gap::measure))
                .toList();
    }
}
