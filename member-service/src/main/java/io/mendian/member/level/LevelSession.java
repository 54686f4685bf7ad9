package io.mendian.member.level;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.member.MemberLevelChanged;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The standings of some members inside one transaction: locked when opened by {@link LevelSessions}, written with their
 * guards by {@link #save}. Whoever is touched first ends the periods that are over and meets the ladder in force; then he
 * moves at once to the level of what he keeps and collected, never below the one that was granted to him by hand.
 */
public final class LevelSession {

    private final LevelTables tables;
    private final LevelCalendar calendar;
    private final Reckoning reckoning;
    private final Instant now;
    private final Map<Long, Standing> before;
    private final Map<Long, Standing> standings;
    private final Map<Long, Collected> collected;
    private final List<Standings.Step> steps = new ArrayList<>();
    private final List<LevelCredit> credits = new ArrayList<>();

    LevelSession(
            LevelTables tables,
            LevelCalendar calendar,
            Ladder ladder,
            Map<Long, Standing> locked,
            Map<Long, Collected> collected,
            Instant now) {
        this.tables = tables;
        this.calendar = calendar;
        this.reckoning = new Reckoning(ladder, calendar.dateOf(now));
        this.now = now;
        this.before = locked;
        this.standings = new TreeMap<>(locked);
        this.collected = collected;
        locked.keySet().forEach(this::bringUpToDate);
    }

    /** How many points a member earns for each 1000 of the plain rule, at his level of this moment. */
    public int pointsMultiplierPermille(MemberKey member) {
        Ladder ladder = reckoning.ladder();
        return ladder.levels().get(ladder.rung(standing(member).levelCode())).pointsMultiplierPermille();
    }

    /** Adds what a paid order brings, on the day it was paid; upgrades at once. */
    public void advance(MemberKey member, OrderPaid order, long pointsEarned) {
        Standing standing = standing(member);
        LevelCredit credit =
                LevelCredit.of(standing, order, calendar.dateOf(order.paidAt()), pointsEarned, reckoning.ladder());
        credits.add(credit);
        Collected mine = of(standing);
        mine.add(credit.day(), credit.counts());
        Standing more = standing.with(standing.progress().plus(credit.counts()));
        if (credit.accelCode() != null) {
            mine.lift(credit.orderId(), credit.day(), credit.accelCode());
            more = more.lifted();
        }
        settle(keepingAfter(more, credit.day()), "ORDER", order.orderId().text());
    }

    /** Takes away what a refund took back, from the day of the purchase; the level follows. */
    public void fallBack(MemberKey member, OrderRefunded refund, long pointsLost) {
        flush();
        LevelCredit was = tables.credits().lock(refund.orderId().value()).orElse(null);
        if (was == null) {
            throw new IllegalStateException("order " + refund.orderId() + " brought nothing towards a level");
        }
        LevelCredit is = was.returning(OrderProgress.refunded(refund, was.skipped(), pointsLost));
        tables.credits().save(was, is);
        Progress less = was.counts().minus(is.counts());
        Collected mine = of(standing(member));
        mine.remove(was.day(), less);
        if (!is.lifts()) {
            mine.drop(was.orderId());
        }
        Standing standing = standing(member);
        Standing left = standing.with(standing.progress().without(less));
        settle(keepingAfter(left, was.day()), "REFUND", refund.refundId());
    }

    /** A purchase of the period before decides anew what was kept after it, late or returned as it may be. */
    private Standing keepingAfter(Standing standing, LocalDate day) {
        LocalDate from = standing.period().from();
        if (from == null || !day.isBefore(from)) {
            return standing;
        }
        ClosedPeriod last =
                tables.periods().lastClosed(standing.memberKey(), from).orElse(null);
        if (last == null || day.isBefore(last.from())) {
            return standing;
        }
        Ladder ladder = reckoning.ladder();
        LocalDate end = last.until().minusDays(1);
        Progress progress = of(standing).between(last.from(), end);
        int ended = Math.max(ladder.rung(last.baseCode()), ladder.fit(progress));
        ended = Math.max(ended, of(standing).lifted(ladder, last.from(), end));
        String kept =
                reckoning.kept(ladder.levels().get(ended).code(), progress).code();
        tables.periods().keepAfter(last, kept);
        return standing.in(standing.period().keeping(kept));
    }

    void grant(MemberKey member, @Nullable String code, String grantId) {
        settle(standing(member).granted(code), "GRANT", grantId);
    }

    /** Ends what is over and meets the ladder in force, each with its own line in the history. */
    private void bringUpToDate(long member) {
        Ladder ladder = reckoning.ladder();
        while (reckoning.isOver(standing(MemberKey.of(member))) && isOfThisKind(standing(MemberKey.of(member)))) {
            endPeriod(standing(MemberKey.of(member)));
        }
        Standing standing = standing(MemberKey.of(member));
        boolean newLadder = standing.ladderVersion() != ladder.version();
        if (newLadder) {
            String kept = reckoning.keptAfterChange(standing, of(standing));
            standing = isOfThisKind(standing)
                    ? standing.in(standing.period().keeping(kept))
                    : standing.in(reckoning.fresh(standing.anchorOn(), kept));
            settle(standing, "LADDER", Long.toString(ladder.version()));
        } else if (!isOfThisKind(standing)) {
            standings.put(member, standing.in(reckoning.fresh(standing.anchorOn(), null)));
        }
    }

    private boolean isOfThisKind(Standing standing) {
        return Objects.equals(
                standing.period().kind(), reckoning.ladder().terms().kind());
    }

    private void endPeriod(Standing standing) {
        LocalDate from = Objects.requireNonNull(standing.period().from());
        LocalDate until = Objects.requireNonNull(standing.period().until());
        Progress progress = of(standing).between(from, until.minusDays(1));
        Level kept = reckoning.kept(standing.levelCode(), progress);
        tables.periods()
                .close(
                        new ClosedPeriod(
                                standing.memberKey(),
                                from,
                                until,
                                standing.period().baseCode(),
                                standing.levelCode(),
                                kept.code().equals(standing.levelCode()),
                                kept.code(),
                                reckoning.ladder().version()),
                        now);
        settle(standing.in(reckoning.next(standing, kept.code())), "PERIOD", until.toString());
    }

    private void settle(Standing standing, String causeType, String causeId) {
        Level level = reckoning.level(standing, of(standing));
        Standing settled = standing.on(reckoning.ladder());
        if (!level.code().equals(standing.levelCode())) {
            boolean rose =
                    reckoning.ladder().rung(level.code()) > reckoning.ladder().rung(standing.levelCode());
            settled = settled.movedTo(level.code(), now);
            if (rose) {
                settled = settled.in(risen(settled.period()));
            }
            steps.add(new Standings.Step(standing, settled, causeType, causeId));
        }
        standings.put(standing.memberKey(), settled);
    }

    /** With rolling months a level lasts from the day on which it was reached. */
    private Standing.Period risen(Standing.Period period) {
        LadderTerms terms = reckoning.ladder().terms();
        if (terms.period() != LadderTerms.Period.ROLLING) {
            return period;
        }
        LocalDate today = reckoning.today();
        return new Standing.Period(period.kind(), today, today.plusMonths(terms.months()), period.baseCode(), today);
    }

    private void flush() {
        if (!credits.isEmpty()) {
            tables.credits().add(credits);
            credits.clear();
        }
    }

    /** Writes everything with its guards; gives one event per change of level. */
    public List<DomainEvent> save() {
        flush();
        Map<Standing, Standing> changes = new LinkedHashMap<>();
        before.forEach((key, was) -> {
            Standing is = standings.getOrDefault(key, was);
            if (!is.equals(was)) {
                changes.put(was, is);
            }
        });
        tables.standings().save(changes);
        if (!steps.isEmpty()) {
            tables.standings().addHistory(steps);
        }
        return steps.stream().map(LevelSession::event).toList();
    }

    private static DomainEvent event(Standings.Step step) {
        return new MemberLevelChanged(
                MemberKey.of(step.after().memberKey()),
                step.before().levelCode(),
                step.after().levelCode(),
                step.causeType(),
                step.after().since());
    }

    private Collected of(Standing standing) {
        return collected.computeIfAbsent(standing.memberKey(), key -> new Collected());
    }

    private Standing standing(MemberKey member) {
        Standing standing = standings.get(member.value());
        if (standing == null) {
            throw new IllegalStateException("the session was not opened for member " + member);
        }
        return standing;
    }
}
