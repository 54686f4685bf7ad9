package io.mendian.member.points;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.member.PointsChanged;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The points of some members inside one transaction: their accounts are locked when {@link PointsSessions} opens it,
 * lots change at once, and {@link #save} moves balances and appends the ledger. Points are spent from the lot that
 * expires first. A balance never goes below zero: what a refund cannot take back becomes a debt, and later earnings pay
 * it first.
 */
public final class PointsSession {

    /** Points that come back with returned pieces can be used for at least this long. */
    static final Duration LEAST_VALIDITY_OF_RETURNED = Duration.ofDays(30);

    private final PointsTables tables;
    private final PointsCalendar calendar;
    private final Instant now;
    private final Map<Long, PointsAccount> accounts;
    private final List<PointsPosting> postings = new ArrayList<>();
    private final List<PointsLot> newLots = new ArrayList<>();
    private final List<PointsEarning> newEarnings = new ArrayList<>();

    PointsSession(PointsTables tables, PointsCalendar calendar, Map<Long, PointsAccount> accounts, Instant now) {
        this.tables = tables;
        this.calendar = calendar;
        this.accounts = accounts;
        this.now = now;
    }

    /** Earns for a paid order by the rule given; debts are paid first. Gives the points earned. */
    public long earn(OrderPaid order, MemberKey member, PointsRule rule, int multiplierPermille) {
        if (order.history() && !rule.historyEarns()) {
            return 0;
        }
        long eligible = order.lines().stream()
                .filter(line -> rule.rewards(line.kind(), line.category()))
                .mapToLong(OrderLine::netMinor)
                .sum();
        long points = rule.pointsFor(eligible, multiplierPermille, calendar.minorPerUnit());
        long orderId = order.orderId().value();
        newEarnings.add(new PointsEarning(
                orderId, member.value(), rule.version(), multiplierPermille, eligible, eligible, points, points));
        if (points > 0) {
            PointsAccount account = account(member);
            Instant earnedAt = order.history() ? now : order.paidAt();
            Instant usableFrom = calendar.usableFrom(earnedAt, rule.usableAfterDays());
            credit(account, points, "ORDER", Long.toString(orderId), usableFrom, calendar.expiry(earnedAt, rule));
        }
        return points;
    }

    private void credit(
            PointsAccount account, long points, String causeType, String causeId, Instant usableFrom, Instant expiry) {
        post(account, points, causeType, causeId);
        long owed = Math.min(account.debt(), points);
        if (owed > 0) {
            tables.ledger().payDebts(account.memberKey, owed);
            account.owe(-owed);
            post(account, -owed, "DEBT", causeType + ":" + causeId);
        }
        newLots.add(new PointsLot(
                Ids.next(), account.memberKey, causeType, causeId, points, points - owed, 0, usableFrom, expiry));
    }

    /** Takes back what is no longer earned after a refund; gives how many points that is. */
    public long takeBack(OrderRefunded refund, MemberKey member) {
        PointsEarning earning = tables.earnings().lock(refund.orderId().value()).orElse(null);
        if (earning == null) {
            return 0;
        }
        PointsRule rule = tables.rules().version(earning.ruleVersion());
        long returned = refund.lines().stream()
                .filter(line -> rule.rewards(line.kind(), line.category()))
                .mapToLong(line -> line.netMinor())
                .sum();
        long left = refund.full() ? 0 : Math.max(0, earning.eligibleLeftMinor() - returned);
        long kept = Math.min(
                earning.pointsKept(), rule.pointsFor(left, earning.multiplierPermille(), calendar.minorPerUnit()));
        tables.earnings().keep(earning, left, kept);
        long lost = earning.pointsKept() - kept;
        if (lost > 0) {
            debit(account(member), lost, refund.orderId().text(), refund.refundId());
        }
        return lost;
    }

    private void debit(PointsAccount account, long lost, String orderId, String refundId) {
        flushLots();
        long taken = 0;
        for (PointsLot lot : tables.lots().takeBackOrder(account.memberKey, orderId)) {
            long part = Math.min(lot.free(), lost - taken);
            if (part > 0) {
                tables.lots().take(lot, part);
                taken += part;
            }
        }
        if (taken > 0) {
            post(account, -taken, "REFUND", refundId);
        }
        if (taken < lost) {
            account.owe(lost - taken);
            tables.ledger().addDebt(account.memberKey, refundId, lost - taken, now);
        }
    }

    /** Gives points back that had paid for returned pieces, valid as long as they would have been, at least 30 days. */
    public void giveBack(MemberKey member, long holdId, String refundId, long points) {
        Instant least = now.plus(LEAST_VALIDITY_OF_RETURNED);
        Instant expiry = tables.lots()
                .latestExpiryOf(holdId)
                .filter(latest -> latest.isAfter(least))
                .orElse(least);
        credit(account(member), points, "RETURN", refundId, now, expiry);
    }

    /** Whether the member could spend so many points at this instant. */
    public boolean canSpend(MemberKey member, long points) {
        boolean onHold = tables.quarantines().isOnHold(PointsBooks.KIND, member);
        return points == 0 || !onHold && usable(tables.lots().usable(member.value(), now)) >= points;
    }

    /** Sets points aside for a hold, those that expire first; refused when there are too few. */
    public void hold(MemberKey member, long holdId, long points) {
        if (points == 0) {
            return;
        }
        tables.quarantines().refuse(PointsBooks.KIND, member, PointsProblem.POINTS_ON_HOLD);
        List<PointsLot> lots = tables.lots().usable(member.value(), now);
        if (usable(lots) < points) {
            throw PointsProblem.NOT_ENOUGH_POINTS.with("left", usable(lots));
        }
        long left = points;
        for (PointsLot lot : lots) {
            long part = Math.min(lot.free(), left);
            if (part > 0) {
                tables.lots().hold(holdId, lot, part, now);
                left -= part;
            }
        }
        account(member).hold(points);
    }

    /** Spends what a hold set aside. */
    public void spendHeld(MemberKey member, long holdId) {
        long points = tables.lots().spendHeld(holdId);
        if (points > 0) {
            account(member).hold(-points);
            post(account(member), -points, "HOLD", Long.toString(holdId));
        }
    }

    /** Frees what a hold set aside. */
    public void free(MemberKey member, long holdId) {
        account(member).hold(-tables.lots().free(holdId));
    }

    void expire(PointsLot lot) {
        long left = tables.lots().sweep(lot.id()).orElse(0L);
        if (left > 0) {
            post(account(MemberKey.of(lot.memberKey())), -left, "EXPIRE", Long.toString(lot.id()));
        }
    }

    private static long usable(List<PointsLot> lots) {
        return lots.stream().mapToLong(PointsLot::free).sum();
    }

    private void post(PointsAccount account, long delta, String causeType, String causeId) {
        postings.add(new PointsPosting(account.memberKey, delta, account.post(delta), causeType, causeId));
    }

    private void flushLots() {
        if (!newLots.isEmpty()) {
            tables.lots().add(newLots);
            newLots.clear();
        }
    }

    /** Moves the balances and appends the ledger; gives one event per entry. */
    public List<DomainEvent> save() {
        flushLots();
        if (!newEarnings.isEmpty()) {
            tables.earnings().add(newEarnings);
        }
        List<PointsAccount> changed =
                accounts.values().stream().filter(PointsAccount::isChanged).toList();
        if (!changed.isEmpty()) {
            tables.ledger().move(changed);
        }
        if (!postings.isEmpty()) {
            tables.ledger().append(postings, now);
        }
        return postings.stream().map(this::event).toList();
    }

    private DomainEvent event(PointsPosting posting) {
        return new PointsChanged(
                MemberKey.of(posting.memberKey()),
                posting.delta(),
                posting.balanceAfter(),
                posting.causeType(),
                posting.causeId(),
                now);
    }

    private PointsAccount account(MemberKey member) {
        PointsAccount account = accounts.get(member.value());
        if (account == null) {
            throw new IllegalStateException("the session was not opened for member " + member);
        }
        return account;
    }
}
