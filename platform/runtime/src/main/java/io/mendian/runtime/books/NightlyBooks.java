package io.mendian.runtime.books;

import io.mendian.runtime.alarm.Alarms;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Once a day, after the hour that is set: runs the books, raises an alarm for each check that fails, clears those that
 * hold again, and puts the accounts on hold whose figures are wrong. One instance of a service does it.
 */
public class NightlyBooks {

    static final String ALARM = "BOOKS";
    private static final Logger LOG = LoggerFactory.getLogger(NightlyBooks.class);
    private static final Duration GIVEN_UP = Duration.ofHours(1);

    private final BookQueries books;
    private final Alarms alarms;
    private final Quarantines quarantines;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final BooksProperties settings;
    private final List<NightlyChecks> more;
    private final AtomicInteger failing = new AtomicInteger();

    NightlyBooks(
            BookQueries books,
            Alarms alarms,
            Quarantines quarantines,
            JdbcTemplate jdbc,
            Clock clock,
            BooksProperties settings,
            List<NightlyChecks> more) {
        this.more = more;
        this.books = books;
        this.alarms = alarms;
        this.quarantines = quarantines;
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** How many checks failed in the last run of this instance. */
    int failing() {
        return failing.get();
    }

    /** Runs when today's run is due and nobody else has taken it; true when it ran. */
    public boolean runWhenDue() {
        ZonedDateTime now = clock.instant().atZone(settings.zone());
        if (settings.hour() < 0 || now.getHour() < settings.hour() || !take(now.toLocalDate(), now.toInstant())) {
            return false;
        }
        List<Finding> findings = run();
        jdbc.update(
                "UPDATE books_run SET ended_at = ?, checks = ?, failing = ? WHERE day = ?",
                Timestamp.from(clock.instant()),
                findings.size(),
                failing.get(),
                Date.valueOf(now.toLocalDate()));
        return true;
    }

    /** A run whose process died is taken over after an hour. */
    private boolean take(LocalDate day, Instant now) {
        return jdbc.update(
                                "INSERT IGNORE INTO books_run (day, started_at) VALUES (?, ?)",
                                Date.valueOf(day),
                                Timestamp.from(now))
                        == 1
                || jdbc.update(
                                "UPDATE books_run SET started_at = ? WHERE day = ? AND ended_at IS NULL AND started_at < ?",
                                Timestamp.from(now),
                                Date.valueOf(day),
                                Timestamp.from(now.minus(GIVEN_UP)))
                        == 1;
    }

    List<Finding> run() {
        List<Finding> findings = new ArrayList<>(books.find());
        books.slow().checks().forEach(result -> findings.add(Finding.of(result)));
        more.forEach(checks -> checks.run().forEach(result -> findings.add(Finding.of(result))));
        findings.forEach(this::act);
        failing.set(
                (int) findings.stream().filter(one -> !one.result().balanced()).count());
        LOG.info("the books: {} checks, {} fail", findings.size(), failing.get());
        return findings;
    }

    private void act(Finding finding) {
        BookResult result = finding.result();
        if (result.balanced()) {
            alarms.clear(ALARM, result.name());
            return;
        }
        alarms.raise(ALARM, result.name(), Map.of("scope", result.scope(), "offenders", result.offenders()));
        finding.subjects()
                .forEach(subject -> quarantines.put(
                        Objects.requireNonNull(finding.subjectKind()), subject, result.name(), "books"));
    }
}
