package io.mendian.member.level;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A period that is over: what was kept in it, on which level it ended, and what is kept after it. */
record ClosedPeriod(
        long memberKey,
        LocalDate from,
        LocalDate until,
        @Nullable String baseCode,
        String levelCode,
        boolean retained,
        String nextBase,
        long ladderVersion) {}
