package io.mendian.member.level;

import io.mendian.kernel.MemberKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads of levels. */
@Component
public class LevelQueries {

    private final LevelTables tables;
    private final LevelCalendar calendar;
    private final JdbcClient jdbc;
    private final Clock clock;

    LevelQueries(LevelTables tables, LevelCalendar calendar, JdbcClient jdbc, Clock clock) {
        this.tables = tables;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The ladder in force, lowest level first. */
    public List<Level> ladder() {
        return tables.ladders().current().levels();
    }

    /** The level a member has from the moment he joins. */
    public Level baseLevel() {
        return tables.ladders().current().base();
    }

    /** How levels last and are lost. */
    public LadderTerms terms() {
        return tables.ladders().current().terms();
    }

    /** What a checkout asks for: as few statements as possible. */
    public CurrentLevel current(MemberKey member) {
        Ladder ladder = tables.ladders().current();
        return tables.standings()
                .find(member.value(), calendar.dateOf(clock.instant()))
                .map(standing -> new CurrentLevel(
                        ladder.levels().get(ladder.rung(standing.levelCode())),
                        jdbc.sql("SELECT COUNT(*) FROM level_credit WHERE member_key = ? AND orders > orders_back")
                                .params(member.value())
                                .query(Long.class)
                                .single()))
                .orElse(new CurrentLevel(ladder.base(), 0));
    }

    @Transactional(readOnly = true)
    public StandingView standing(MemberKey member) {
        Ladder ladder = tables.ladders().current();
        LocalDate today = calendar.dateOf(clock.instant());
        Standing standing = tables.standings().find(member.value(), today).orElse(null);
        if (standing == null) {
            return StandingView.of(member, ladder);
        }
        boolean onThisLadder =
                Objects.equals(standing.period().kind(), ladder.terms().kind());
        if (!ladder.terms().hasPeriods() || !onThisLadder) {
            // between a change of the ladder and the review everything ever collected is shown
            Ladder plain = new Ladder(ladder.version(), LadderTerms.LIFETIME, ladder.levels());
            return StandingView.of(standing.in(Standing.Period.NONE), new Reckoning(plain, today), new Collected());
        }
        LocalDate months = ladder.terms().monthsUpTo(today);
        LocalDate begun = Objects.requireNonNull(standing.period().from());
        LocalDate from = begun.isBefore(months) ? begun : months;
        Collected collected = Objects.requireNonNull(
                tables.credits().since(List.of(member.value()), from).get(member.value()));
        return StandingView.of(standing, new Reckoning(ladder, today), collected);
    }

    /** The newest changes first, at most {@code limit}, older than step {@code before}. */
    public List<LevelChange> history(MemberKey member, long before, int limit) {
        return jdbc.sql("""
                        SELECT step, from_code, to_code, cause_type, cause_id, changed_at FROM level_history
                        WHERE member_key = ? AND step < ? ORDER BY step DESC LIMIT ?
                        """)
                .params(member.value(), before, limit)
                .query((row, n) -> new LevelChange(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }
}
