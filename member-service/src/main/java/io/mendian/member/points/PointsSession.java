package io.mendian.member.points;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

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
    private final OrderPoints orders;

    PointsSession(PointsTables tables, PointsCalendar calendar, Map<Long, PointsAccount> accounts, Instant now) {
        this.tables = tables;
        this.calendar = calendar;
        this.accounts = accounts;
        this.now = now;
        this.orders = new OrderPoints(tables, calendar);
    }

    /** Earns for a paid order by the rule given; debts are paid first. Gives the points earned. */
    public long earn(OrderPaid order, MemberKey member, PointsRule rule, int levelPermille) {
        if (order.history() && !rule.historyEarns()) {
            return 0;
        }
        Instant earnedAt = order.history() ? now : order.paidAt();
        long points = orders.earn(order, member, rule, levelPermille, earnedAt).pointsEarned();
        if (points > 0) {
            Instant usableFrom = calendar.usableFrom(earnedAt, order.history() ? 0 : rule.pendingDays());
            String orderId = order.orderId().text();
            credit(account(member), points, "ORDER", orderId, usableFrom, calendar.expiry(earnedAt, rule));
        }
        return points;
    }

    /** Gives points that no order earned, usable at once; each source pays once per its key. False when it has paid before. */
    public boolean award(MemberKey member, long points, String causeType, String causeId, PointsRule rule) {
        if (points <= 0 || tables.ledger().isPosted(member.value(), causeType, causeId)) {
            return false;
        }
        credit(account(member), points, causeType, causeId, now, calendar.expiry(now, rule));
        return true;
    }

    private void credit(
            PointsAccount account, long points, String causeType, String causeId, Instant usableFrom, Instant expiry) {
        long owed = postCredit(account, points, causeType, causeId);
        newLots.add(new PointsLot(
                Ids.next(), account.memberKey, causeType, causeId, points, points - owed, 0, usableFrom, expiry));
    }

    /** Posts points that come in and pays debts with them; gives how many went into debts. */
    private long postCredit(PointsAccount account, long points, String causeType, String causeId) {
        post(account, points, causeType, causeId);
        long owed = Math.min(account.debt(), points);
        if (owed > 0) {
            tables.ledger().payDebts(account.memberKey, owed);
            account.owe(-owed);
            post(account, -owed, "DEBT", causeType + ":" + causeId);
        }
        return owed;
    }

    /** Takes back what is no longer earned after a refund; gives how many points that is. */
    public long takeBack(OrderRefunded refund, MemberKey member) {
        long lost = orders.takeBack(refund);
        if (lost > 0) {
            debit(account(member), lost, refund.orderId().text(), refund.refundId());
        }
        return lost;
    }

    /** Points of the order that expired unused are gone already; what else is missing becomes a debt. */
    private void debit(PointsAccount account, long lost, String orderId, String refundId) {
        flushLots();
        List<PointsLot> lots = tables.lots().takeBackOrder(account.memberKey, orderId, now);
        long left = each(lots, lost, tables.lots()::take);
        if (left < lost) {
            post(account, left - lost, "REFUND", refundId);
        }
        left -= tables.lots().setAgainstLapsed(account.memberKey, orderId, left);
        if (left > 0) {
            account.owe(left);
            tables.ledger().addDebt(account.memberKey, refundId, left, now);
        }
    }

    /** Gives points back that had paid for returned pieces, lot by lot, valid as they would have been, at least 30 days. */
    public void giveBack(MemberKey member, long holdId, String refundId, long points) {
        Instant least = now.plus(LEAST_VALIDITY_OF_RETURNED);
        List<PointsHolds.Part> parts = tables.holds().giveBack(holdId, points).stream()
                .map(part -> part.expiresAt().isAfter(least) ? part : part.until(least))
                .toList();
        credit(account(member), "RETURN", refundId, parts);
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
        each(lots, points, (lot, part) -> tables.holds().hold(holdId, lot, part, now));
        account(member).hold(points);
    }

    /** Spends what a hold set aside. */
    public void spendHeld(MemberKey member, long holdId) {
        spendHeld(member, holdId, "HOLD");
    }

    /** The same, under the name of what it was spent for. */
    public void spendHeld(MemberKey member, long holdId, String causeType) {
        long points = tables.holds().spendHeld(holdId);
        if (points > 0) {
            account(member).hold(-points);
            post(account(member), -points, causeType, Long.toString(holdId));
        }
    }

    /** When the first of the points that a hold took expires. */
    public Instant firstExpiryOf(long holdId) {
        return tables.holds().parts(holdId).getFirst().expiresAt();
    }

    /** Gives what a hold set aside to another member, lot by lot, each with the expiry it had; his debts are paid first. */
    public void moveHeld(MemberKey from, MemberKey to, long holdId) {
        List<PointsHolds.Part> parts = tables.holds().parts(holdId);
        spendHeld(from, holdId, "GIFT_OUT");
        credit(account(to), "GIFT_IN", Long.toString(holdId), parts);
    }

    private void credit(PointsAccount account, String causeType, String causeId, List<PointsHolds.Part> parts) {
        long points = parts.stream().mapToLong(PointsHolds.Part::points).sum();
        long owed = postCredit(account, points, causeType, causeId);
        for (PointsHolds.Part part : parts) {
            long paid = Math.min(owed, part.points());
            owed -= paid;
            String lot = causeId + "-" + part.lotId();
            long left = part.points() - paid;
            newLots.add(new PointsLot(
                    Ids.next(), account.memberKey, causeType, lot, part.points(), left, 0, now, part.expiresAt()));
        }
    }

    /** Takes valid points away, those that expire first; refused when there are too few. */
    public void take(MemberKey member, long points, String causeType, String causeId) {
        List<PointsLot> lots = tables.lots().valid(member.value(), now);
        if (usable(lots) < points) {
            throw PointsProblem.NOT_ENOUGH_POINTS.with("left", usable(lots));
        }
        each(lots, points, tables.lots()::take);
        post(account(member), -points, causeType, causeId);
    }

    /** Takes points back that turned out not to be due; what is spent already becomes a debt, which later earnings pay. */
    public void withdraw(MemberKey member, long points, String causeType, String causeId) {
        flushLots();
        long left = points;
        for (PointsLot lot : tables.lots().valid(member.value(), now)) {
            long part = Math.min(lot.free(), left);
            if (part > 0) {
                tables.lots().take(lot, part);
                left -= part;
            }
        }
        if (left < points) {
            post(account(member), left - points, causeType, causeId);
        }
        if (left > 0) {
            account(member).owe(left);
            tables.ledger().addDebt(member.value(), causeType + ":" + causeId, left, now);
        }
    }

    /** Frees what a hold set aside. */
    public void free(MemberKey member, long holdId) {
        account(member).hold(-tables.holds().free(holdId));
    }

    void expire(PointsLot lot) {
        long left = tables.lots().sweep(lot.id()).orElse(0L);
        if (left > 0) {
            post(account(MemberKey.of(lot.memberKey())), -left, "EXPIRE", Long.toString(lot.id()));
        }
    }

    /** Takes parts of the lots, in their order, until so many points are found; gives what no lot had. */
    private static long each(List<PointsLot> lots, long points, ObjLongConsumer<PointsLot> take) {
        long left = points;
        for (PointsLot lot : lots) {
            long part = Math.min(lot.free(), left);
            if (part > 0) {
                take.accept(lot, part);
                left -= part;
            }
        }
        return left;
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
        orders.flush();
        List<PointsAccount> changed =
                accounts.values().stream().filter(PointsAccount::isChanged).toList();
        if (!changed.isEmpty()) {
            tables.ledger().move(changed);
        }
        if (!postings.isEmpty()) {
            tables.ledger().append(postings, now);
        }
        return postings.stream().map(posting -> posting.event(now)).toList();
    }

    private PointsAccount account(MemberKey member) {
        PointsAccount account = accounts.get(member.value());
        if (account == null) {
            throw new IllegalStateException("the session was not opened for member " + member);
        }
        return account;
    }
}
