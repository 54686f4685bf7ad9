package io.mendian.member.level;

import io.mendian.kernel.MemberKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member's level, his progress, what exactly is missing to the next level, and what keeps the one he has.
 *
 * @param since when he reached his level; null before his first order
 * @param progress what counts towards the next level now
 * @param total everything he ever collected
 * @param period null while levels have no end
 * @param next null at the top
 */
public record StandingView(
        MemberKey memberKey,
        Level level,
        @Nullable Instant since,
        @Nullable String grantedLevel,
        Progress progress,
        Progress total,
        @Nullable Period period,
        @Nullable Next next) {

    /** The level above, reached as soon as one of the gaps is closed. */
    public record Next(Level level, List<Gap> gaps) {}

    /** What is missing of one measure; money in the smallest currency unit. */
    public record Gap(Measure measure, long threshold, long have, long missing) {}

    /**
     * The running period, {@code [from, until)}. The level is kept after it when one of the gaps is closed by then.
     *
     * @param retained whether that is so already
     * @param otherwise the level that would be kept if nothing more was collected
     */
    public record Period(LocalDate from, LocalDate until, boolean retained, String otherwise, List<Gap> toRetain) {}

    static StandingView of(MemberKey member, Ladder ladder) {
        return new StandingView(
                member,
                ladder.base(),
                null,
                null,
                Progress.NONE,
                Progress.NONE,
                null,
                next(ladder, ladder.base(), Progress.NONE));
    }

    static StandingView of(Standing standing, Reckoning reckoning, Collected collected) {
        Ladder ladder = reckoning.ladder();
        Level level = ladder.levels().get(ladder.rung(standing.levelCode()));
        Progress counted = reckoning.counted(standing, collected);
        return new StandingView(
                MemberKey.of(standing.memberKey()),
                level,
                standing.since(),
                standing.grantedCode(),
                counted,
                standing.progress(),
                period(standing, level, reckoning, collected),
                next(ladder, level, counted));
    }

    private static @Nullable Period period(Standing standing, Level level, Reckoning reckoning, Collected collected) {
        LocalDate from = standing.period().from();
        LocalDate until = standing.period().until();
        if (from == null || until == null) {
            return null;
        }
        Progress progress = collected.between(from, until.minusDays(1));
        Level otherwise = reckoning.kept(level.code(), progress);
        return new Period(
                from,
                until,
                otherwise.code().equals(level.code()),
                otherwise.code(),
                gaps(level.retention(), progress));
    }

    private static @Nullable Next next(Ladder ladder, Level level, Progress progress) {
        return ladder.above(level.code())
                .map(above -> new Next(above, gaps(above.thresholds(), progress)))
                .orElse(null);
    }

    private static List<Gap> gaps(Map<Measure, Long> needed, Progress progress) {
        return needed.entrySet().stream()
                .map(entry -> new Gap(
                        entry.getKey(),
                        entry.getValue(),
                        progress.of(entry.getKey()),
                        Math.max(0, entry.getValue() - progress.of(entry.getKey()))))
                .sorted(Comparator.comparing(Gap::measure))
                .toList();
    }
}
