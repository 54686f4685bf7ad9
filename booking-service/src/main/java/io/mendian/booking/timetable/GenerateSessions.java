package io.mendian.booking.timetable;

import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the sessions of the next weeks for every running series, each in a transaction of its own. Again: nothing new. */
@UseCase
public class GenerateSessions {

    private static final Logger LOG = LoggerFactory.getLogger(GenerateSessions.class);
    private static final int PAGE = 100;
    private final TimetableMapper timetable;
    private final SessionMaker maker;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GenerateSessions(TimetableMapper timetable, SessionMaker maker, TransactionTemplate transaction, Clock clock) {
        this.timetable = timetable;
        this.maker = maker;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Gives how many sessions were made. */
    public int generate(int weeks) {
        // yesterday in UTC is today somewhere
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        int made = 0;
        List<Long> page = timetable.runningSeries(0, today, PAGE);
        while (!page.isEmpty()) {
            for (long id : page) {
                made += generate(id, weeks);
            }
            page = timetable.runningSeries(page.getLast(), today, PAGE);
        }
        return made;
    }

    private int generate(long seriesId, int weeks) {
        SeriesRow series = timetable.findSeries(seriesId);
        if (series == null) {
            return 0;
        }
        int made = 0;
        for (LocalDate day : maker.missingDays(series, weeks)) {
            made += makeOnce(seriesId, day, weeks);
        }
        return made;
    }

    /** The lock of the series makes two generators take turns; the second finds nothing missing. */
    private int makeOnce(long seriesId, LocalDate day, int weeks) {
        try {
            return TransactionRetry.repeat(() -> transaction.execute(status -> {
                SeriesRow series = timetable.lockSeries(seriesId);
                if (series == null || !maker.missingDays(series, weeks).contains(day)) {
                    return 0;
                }
                maker.make(series, day);
                return 1;
            }));
        } catch (ProblemException taken) {
            LOG.warn("ALARM series {} has no session on {}: {}", seriesId, day, taken.getMessage());
            return 0;
        }
    }
}
