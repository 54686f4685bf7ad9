package io.mendian.member.points;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.kernel.MemberKey;
import io.mendian.member.accrual.Returned;
import io.mendian.member.accrual.Sold;
import io.mendian.member.accrual.SoldLine;
import io.mendian.member.accrual.SoldOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reckons what the orders of one session earn, and what refunds leave of it. Accounts are locked by the session. */
final class OrderPoints {

    private final PointsTables tables;
    private final PointsCalendar calendar;
    private final List<PointsEarning> added = new ArrayList<>();

    OrderPoints(PointsTables tables, PointsCalendar calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    /** What the order earns; kept with its facts when the session saves. */
    PointsEarning earn(OrderPaid order, MemberKey member, PointsRule rule, int levelPermille, Instant earnedAt) {
        LocalDate day = calendar.dateOf(earnedAt);
        boolean live = !order.history();
        boolean firstVisit = live && rule.accrual().rewardsVisits() && !visited(member.value(), day);
        List<Integer> multipliers = new ArrayList<>(List.of(levelPermille));
        if (live) {
            multipliers.addAll(rule.accrual().campaignsAt(order.paidAt()));
        }
        List<SoldLine> lines = SoldOrder.lines(order, rule.accrual(), paidByPoints(order, rule));
        Sold sold = new Sold(lines, multipliers, firstVisit, Long.MAX_VALUE);
        // caps are for what members do from now on; a takeover brings years in one day
        Sold capped = live ? sold.limitedTo(room(member.value(), day, rule)) : sold;
        long points = rule.earned(capped, Returned.NOTHING, calendar.minorPerUnit());
        PointsEarning earning = new PointsEarning(
                order.orderId().value(),
                member.value(),
                rule.version(),
                levelPermille,
                eligible(rule, capped, Returned.NOTHING),
                eligible(rule, capped, Returned.NOTHING),
                points,
                points,
                day,
                firstVisit && points > 0,
                capped,
                Returned.NOTHING);
        added.add(earning);
        return earning;
    }

    /** The money that points were used for; points that bought exchange goods were no money. */
    private long paidByPoints(OrderPaid order, PointsRule rule) {
        long exchanged = order.lines().stream()
                .map(OrderLine::exchangePoints)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        long asCash = Math.max(0, order.pointsUsed() - exchanged);
        return Math.multiplyExact(asCash, calendar.minorPerUnit()) / rule.pointsPerCurrencyUnit();
    }

    private boolean visited(long member, LocalDate day) {
        return added.stream().anyMatch(one -> one.memberKey() == member && one.visited() && day.equals(one.earnedOn()))
                || tables.earnings().visited(member, day);
    }

    private long room(long member, LocalDate day, PointsRule rule) {
        if (!rule.accrual().caps().needsPast()) {
            return rule.accrual().caps().room(0, 0, 0);
        }
        LocalDate monday = PointsCalendar.weekOf(day);
        LocalDate first = day.withDayOfMonth(1);
        return rule.accrual()
                .caps()
                .room(
                        kept(member, day, day),
                        kept(member, monday, monday.plusDays(6)),
                        kept(member, first, first.plusMonths(1).minusDays(1)));
    }

    private long kept(long member, LocalDate from, LocalDate to) {
        return tables.earnings().kept(member, from, to)
                + added.stream()
                        .filter(one -> one.memberKey() == member && isWithin(one.earnedOn(), from, to))
                        .mapToLong(PointsEarning::pointsKept)
                        .sum();
    }

    private static boolean isWithin(@Nullable LocalDate day, LocalDate from, LocalDate to) {
        return day != null && !day.isBefore(from) && !day.isAfter(to);
    }

    private static long eligible(PointsRule rule, Sold sold, Returned back) {
        return sold.lines().stream()
                .filter(line -> rule.rewards(line.kind(), line.category()))
                .mapToLong(line -> line.countedLeft(back))
                .sum();
    }

    /** Writes down what the refund leaves; gives how many points are no longer earned. */
    long takeBack(OrderRefunded refund) {
        flush();
        PointsEarning earning = tables.earnings().lock(refund.orderId().value()).orElse(null);
        if (earning == null) {
            return 0;
        }
        PointsRule rule = tables.rules().version(earning.ruleVersion());
        Returned returned = earning.returned();
        for (RefundLine line : refund.lines()) {
            returned = returned.plus(line.lineId(), line.quantity(), line.netMinor());
        }
        Sold sold = earning.sold();
        long left = sold == null ? eligibleLeft(earning, refund, rule) : eligible(rule, sold, returned);
        long points = sold == null
                ? rule.pointsFor(left, earning.multiplierPermille(), calendar.minorPerUnit())
                : rule.earned(sold, returned, calendar.minorPerUnit());
        long kept = refund.full() ? 0 : Math.min(earning.pointsKept(), points);
        tables.earnings().keep(earning, returned, refund.full() ? 0 : left, kept);
        return earning.pointsKept() - kept;
    }

    private static long eligibleLeft(PointsEarning earning, OrderRefunded refund, PointsRule rule) {
        long returned = refund.lines().stream()
                .filter(line -> rule.rewards(line.kind(), line.category()))
                .mapToLong(RefundLine::netMinor)
                .sum();
        return Math.max(0, earning.eligibleLeftMinor() - returned);
    }

    void flush() {
        if (!added.isEmpty()) {
            tables.earnings().add(added);
            added.clear();
        }
    }
}
