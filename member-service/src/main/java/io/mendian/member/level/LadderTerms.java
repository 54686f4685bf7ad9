package io.mendian.member.level;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a level lasts, and how it is lost or reached faster.
 *
 * @param months length of a ROLLING period, else 12
 * @param floor nobody falls below it at the end of a period; null is the lowest level
 * @param boostDays amounts and points of so many days after joining count {@code boostPermille} times; 0 is off
 */
public record LadderTerms(
        Period period,
        int months,
        Miss onMiss,
        @Nullable String floor,
        OnChange onChange,
        List<Acceleration> accelerations,
        int boostDays,
        int boostPermille) {

    /** A level once reached is kept, as long as nothing comes back. */
    public static final LadderTerms LIFETIME =
            new LadderTerms(Period.LIFETIME, 12, Miss.TO_FIT, null, OnChange.AT_ONCE, List.of(), 0, 1000);

    public LadderTerms {
        accelerations = List.copyOf(accelerations);
    }

    /** From when to when a member collects, and keeps what he has reached. */
    public enum Period {
        /** No end. */
        LIFETIME,
        /** 1 January to 31 December. */
        CALENDAR_YEAR,
        /** The last months up to each day; the level lasts as long from the day on which it was reached. */
        ROLLING,
        /** The years since the member joined. */
        ANNIVERSARY
    }

    /** What happens at the end of a period whose requirement was missed. */
    public enum Miss {
        ONE_STEP_DOWN,
        TO_FIT
    }

    /** What a change of the ladder does to those who stand on it. */
    public enum OnChange {
        /** Everybody is reviewed as at the end of a period, on what he collected in its length up to today. */
        AT_ONCE,
        /** Nobody falls before his period ends. */
        RISE_ONLY
    }

    boolean hasPeriods() {
        return period != Period.LIFETIME;
    }

    /** Whoever joined on 29 February has his years from the 28th: the day that every year has. */
    static LocalDate anchor(LocalDate joinedOn) {
        return joinedOn.getMonthValue() == 2 && joinedOn.getDayOfMonth() == 29 ? joinedOn.minusDays(1) : joinedOn;
    }

    /** Names the grid of periods; another name begins another grid. */
    @Nullable
    String kind() {
        return switch (period) {
            case LIFETIME -> null;
            case CALENDAR_YEAR, ANNIVERSARY -> period.name();
            case ROLLING -> "ROLLING_" + months;
        };
    }

    /** The first day of the period that holds a day, for somebody who joined on {@code anchor}. */
    LocalDate begin(LocalDate day, LocalDate anchor) {
        return switch (period) {
            case LIFETIME -> throw new IllegalStateException("a lifetime has no periods");
            case CALENDAR_YEAR -> day.withDayOfYear(1);
            case ANNIVERSARY -> anchor.plusYears(Math.max(0, ChronoUnit.YEARS.between(anchor, day)));
            case ROLLING -> day;
        };
    }

    /** The first day after the period that begins then. */
    LocalDate end(LocalDate begin, LocalDate anchor) {
        return switch (period) {
            case LIFETIME -> throw new IllegalStateException("a lifetime has no periods");
            case CALENDAR_YEAR -> begin.plusYears(1);
            case ANNIVERSARY -> anchor.plusYears(ChronoUnit.YEARS.between(anchor, begin) + 1);
            case ROLLING -> begin.plusMonths(months);
        };
    }

    /** The first day of the months that end with a day. */
    LocalDate monthsUpTo(LocalDate day) {
        return day.minusMonths(months).plusDays(1);
    }
}
