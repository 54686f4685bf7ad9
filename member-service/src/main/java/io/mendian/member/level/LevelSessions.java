package io.mendian.member.level;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens {@link LevelSession}s. */
@Component
public class LevelSessions {

    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

    private final LevelTables tables;
    private final LevelCalendar calendar;
    private final Clock clock;

    LevelSessions(LevelTables tables, LevelCalendar calendar, Clock clock) {
        this.tables = tables;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public LevelSession open(Collection<Long> memberKeys) {
        Instant now = clock.instant();
        Ladder ladder = tables.ladders().current();
        Map<Long, Standing> standings =
                tables.standings().lock(memberKeys, ladder, calendar.dateOf(now), now, this::joinedOn);
        return new LevelSession(tables, calendar, ladder, standings, collected(ladder, standings, now), now);
    }

    private Map<Long, LocalDate> joinedOn(Collection<Long> members) {
        Map<Long, LocalDate> days = new HashMap<>();
        Map<Long, Timestamp> joined = tables.credits().joined(members);
        joined.forEach((member, at) -> days.put(member, LadderTerms.anchor(calendar.dateOf(at.toInstant()))));
        return days;
    }

    /** What may decide: with periods the running one, the one before, and the months up to today; else purchases that lift. */
    private Map<Long, Collected> collected(Ladder ladder, Map<Long, Standing> standings, Instant now) {
        LadderTerms terms = ladder.terms();
        List<Long> asked = standings.values().stream()
                .filter(standing -> terms.hasPeriods() || standing.accelerated())
                .map(Standing::memberKey)
                .toList();
        if (asked.isEmpty()) {
            return empty(standings);
        }
        LocalDate from = terms.hasPeriods() ? earliest(terms, standings, calendar.dateOf(now)) : EVER;
        Map<Long, Collected> all = empty(standings);
        all.putAll(tables.credits().lockedSince(asked, from));
        return all;
    }

    private static Map<Long, Collected> empty(Map<Long, Standing> standings) {
        Map<Long, Collected> all = new TreeMap<>();
        standings.keySet().forEach(member -> all.put(member, new Collected()));
        return all;
    }

    private static LocalDate earliest(LadderTerms terms, Map<Long, Standing> standings, LocalDate today) {
        LocalDate earliest = today;
        for (Standing standing : standings.values()) {
            LocalDate begun = standing.period().from();
            LocalDate from = begun == null ? terms.begin(today, standing.anchorOn()) : begun;
            earliest = from.isBefore(earliest) ? from : earliest;
        }
        int back = Math.max(12, terms.months());
        return earliest.minusMonths(back);
    }
}
