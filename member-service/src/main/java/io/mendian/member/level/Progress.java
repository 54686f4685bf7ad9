package io.mendian.member.level;

/** How much a member has collected of each measure; money in the smallest currency unit. */
public record Progress(long spendMinor, long orders, long points, long rechargeMinor) {

    public static final Progress NONE = new Progress(0, 0, 0, 0);

    public long of(Measure measure) {
        return switch (measure) {
            case SPEND -> spendMinor;
            case ORDERS -> orders;
            case POINTS -> points;
            case RECHARGE -> rechargeMinor;
        };
    }

    public Progress plus(Progress more) {
        return new Progress(
                Math.addExact(spendMinor, more.spendMinor),
                Math.addExact(orders, more.orders),
                Math.addExact(points, more.points),
                Math.addExact(rechargeMinor, more.rechargeMinor));
    }

    /** What is left after {@code less} was taken away; no measure falls below zero. */
    public Progress without(Progress less) {
        return new Progress(
                Math.max(0, spendMinor - less.spendMinor),
                Math.max(0, orders - less.orders),
                Math.max(0, points - less.points),
                Math.max(0, rechargeMinor - less.rechargeMinor));
    }

    /** The difference that leads from {@code earlier} to this. */
    Progress minus(Progress earlier) {
        return new Progress(
                spendMinor - earlier.spendMinor,
                orders - earlier.orders,
                points - earlier.points,
                rechargeMinor - earlier.rechargeMinor);
    }
}
