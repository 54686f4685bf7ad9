package io.mendian.member.level;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one member stands on the ladder; {@code changes} counts the rows of his level history.
 *
 * @param progress everything he ever collected
 * @param anchorOn the day he joined
 * @param accelerated whether a purchase of his has ever lifted him by itself
 */
record Standing(
        long memberKey,
        String levelCode,
        @Nullable String grantedCode,
        Progress progress,
        long changes,
        long ladderVersion,
        Instant since,
        Period period,
        LocalDate anchorOn,
        boolean accelerated) {

    /**
     * The running period, {@code [from, until)}; all null while the ladder has none.
     *
     * @param baseCode the level kept for the period, whatever it brings
     * @param reachedOn the day in it on which a level was last reached
     */
    record Period(
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String baseCode,
            @Nullable LocalDate reachedOn) {

        static final Period NONE = new Period(null, null, null, null, null);

        Period keeping(@Nullable String code) {
            return new Period(kind, from, until, code, reachedOn);
        }
    }

    Standing with(Progress newProgress) {
        return new Standing(
                memberKey,
                levelCode,
                grantedCode,
                newProgress,
                changes,
                ladderVersion,
                since,
                period,
                anchorOn,
                accelerated);
    }

    Standing granted(@Nullable String code) {
        return new Standing(
                memberKey, levelCode, code, progress, changes, ladderVersion, since, period, anchorOn, accelerated);
    }

    Standing on(Ladder ladder) {
        return new Standing(
                memberKey,
                levelCode,
                grantedCode,
                progress,
                changes,
                ladder.version(),
                since,
                period,
                anchorOn,
                accelerated);
    }

    Standing in(Period newPeriod) {
        return new Standing(
                memberKey,
                levelCode,
                grantedCode,
                progress,
                changes,
                ladderVersion,
                since,
                newPeriod,
                anchorOn,
                accelerated);
    }

    Standing joined(LocalDate day) {
        return new Standing(
                memberKey, levelCode, grantedCode, progress, changes, ladderVersion, since, period, day, accelerated);
    }

    Standing lifted() {
        return new Standing(
                memberKey, levelCode, grantedCode, progress, changes, ladderVersion, since, period, anchorOn, true);
    }

    Standing movedTo(String code, Instant at) {
        return new Standing(
                memberKey, code, grantedCode, progress, changes + 1, ladderVersion, at, period, anchorOn, accelerated);
    }
}
