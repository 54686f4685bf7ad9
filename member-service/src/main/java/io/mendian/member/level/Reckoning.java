package io.mendian.member.level;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides levels by one ladder on one day, from what a member collected and what he keeps. Pure: the same facts give the
 * same level, in whatever order they arrived.
 */
record Reckoning(Ladder ladder, LocalDate today) {

    /** The level now: the highest of what is kept, granted, collected in the running window, and lifted to by one purchase. */
    Level level(Standing standing, Collected collected) {
        int kept = ladder.rung(standing.period().baseCode());
        int granted = ladder.rung(standing.grantedCode());
        int reached = reached(standing, collected);
        return ladder.levels().get(Math.max(Math.max(kept, granted), reached));
    }

    private int reached(Standing standing, Collected collected) {
        LadderTerms terms = ladder.terms();
        if (!terms.hasPeriods()) {
            int lifted = collected.lifted(ladder, LocalDate.MIN, LocalDate.MAX);
            return Math.max(ladder.fit(standing.progress()), lifted);
        }
        LocalDate from = window(standing);
        int reached = Math.max(ladder.fit(collected.between(from, today)), collected.lifted(ladder, from, today));
        LocalDate reachedOn = standing.period().reachedOn();
        if (terms.period() == LadderTerms.Period.ROLLING && reachedOn != null) {
            LocalDate then = terms.monthsUpTo(reachedOn);
            reached = Math.max(reached, ladder.fit(collected.between(then, reachedOn)));
            reached = Math.max(reached, collected.lifted(ladder, then, reachedOn));
        }
        return reached;
    }

    /** What counts towards the next level today. */
    Progress counted(Standing standing, Collected collected) {
        return ladder.terms().hasPeriods() ? collected.between(window(standing), today) : standing.progress();
    }

    private LocalDate window(Standing standing) {
        return ladder.terms().period() == LadderTerms.Period.ROLLING
                ? ladder.terms().monthsUpTo(today)
                : Objects.requireNonNull(standing.period().from());
    }

    boolean isOver(Standing standing) {
        LocalDate until = standing.period().until();
        return until != null && !until.isAfter(today);
    }

    /** What is kept after a period: the level when its requirement was met, else what the policy says, never below the floor. */
    Level kept(String levelCode, Progress progress) {
        int had = ladder.rung(levelCode);
        if (ladder.levels().get(had).isRetainedBy(progress)) {
            return ladder.levels().get(had);
        }
        int down =
                switch (ladder.terms().onMiss()) {
                    case ONE_STEP_DOWN -> had - 1;
                    case TO_FIT -> highestRetained(had, progress);
                };
        int floor = Math.min(had, ladder.rung(ladder.terms().floor()));
        return ladder.levels().get(Math.max(down, floor));
    }

    private int highestRetained(int had, Progress progress) {
        int rung = had;
        while (!ladder.levels().get(rung).isRetainedBy(progress)) {
            rung--;
        }
        return rung;
    }

    /** A period of the ladder for somebody who has none of its kind. */
    Standing.Period fresh(LocalDate anchor, @Nullable String baseCode) {
        LadderTerms terms = ladder.terms();
        if (!terms.hasPeriods()) {
            return new Standing.Period(null, null, null, baseCode, null);
        }
        LocalDate begin = terms.begin(today, anchor);
        return new Standing.Period(terms.kind(), begin, terms.end(begin, anchor), baseCode, null);
    }

    /** The period after the one that is over. */
    Standing.Period next(Standing standing, String baseCode) {
        LocalDate begin = Objects.requireNonNull(standing.period().until());
        LocalDate end = ladder.terms().end(begin, standing.anchorOn());
        return new Standing.Period(ladder.terms().kind(), begin, end, baseCode, null);
    }

    /** What a change of the ladder leaves to somebody who stood on a level of the one before. */
    @Nullable
    String keptAfterChange(Standing standing, Collected collected) {
        LadderTerms terms = ladder.terms();
        boolean known = ladder.find(standing.levelCode()).isPresent();
        String had = known ? standing.levelCode() : ladder.base().code();
        return switch (terms.onChange()) {
            case RISE_ONLY -> had;
            case AT_ONCE ->
                terms.hasPeriods()
                        ? kept(had, collected.between(terms.monthsUpTo(today), today))
                                .code()
                        : null;
        };
    }
}
