package io.mendian.member.level;

import io.mendian.contracts.order.OrderPaid;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one order brought, and what of it came back. What counts of amounts and points is the rest times permille,
 * rounded down; so it depends on what came back in all, not on its parts.
 *
 * @param accelCode the level to which the order lifts by itself while its rest reaches {@code accelFrom}
 */
record LevelCredit(
        long orderId,
        long memberKey,
        LocalDate day,
        int permille,
        Progress brought,
        Progress back,
        @Nullable String accelCode,
        long accelFrom,
        Set<String> skipped) {

    /** What a paid order brings by this ladder on the day it was paid; history lifts nobody by one purchase. */
    static LevelCredit of(Standing standing, OrderPaid order, LocalDate day, long pointsEarned, Ladder ladder) {
        LadderTerms terms = ladder.terms();
        Set<String> skipped = OrderProgress.skipped(order);
        Progress brought = OrderProgress.paid(order, skipped, pointsEarned);
        boolean boosted =
                terms.boostDays() > 0 && day.isBefore(standing.anchorOn().plusDays(terms.boostDays()));
        Acceleration lift = terms.accelerations().stream()
                .filter(one -> !order.history() && brought.spendMinor() >= one.fromMinor())
                .max(Comparator.comparing(one -> ladder.rung(one.level())))
                .orElse(null);
        return new LevelCredit(
                order.orderId().value(),
                standing.memberKey(),
                day,
                boosted ? terms.boostPermille() : 1000,
                brought,
                Progress.NONE,
                lift == null ? null : lift.level(),
                lift == null ? 0 : lift.fromMinor(),
                skipped);
    }

    Progress counts() {
        Progress rest = brought.without(back);
        return new Progress(
                rest.spendMinor() * permille / 1000,
                rest.orders(),
                rest.points() * permille / 1000,
                rest.rechargeMinor() * permille / 1000);
    }

    boolean lifts() {
        return accelCode != null && brought.without(back).spendMinor() >= accelFrom;
    }

    /** After more came back; never more than was brought. */
    LevelCredit returning(Progress more) {
        Progress all = back.plus(more);
        Progress capped = new Progress(
                Math.min(all.spendMinor(), brought.spendMinor()),
                Math.min(all.orders(), brought.orders()),
                Math.min(all.points(), brought.points()),
                Math.min(all.rechargeMinor(), brought.rechargeMinor()));
        return new LevelCredit(orderId, memberKey, day, permille, brought, capped, accelCode, accelFrom, skipped);
    }
}
