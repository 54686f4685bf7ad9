package io.mendian.member.accrual;

/** The most points that orders may earn: each, and all of a member's local day, week (from Monday) and month; 0 is no cap. */
public record Caps(long perOrder, long perDay, long perWeek, long perMonth) {

    public static final Caps NONE = new Caps(0, 0, 0, 0);

    /** Whether what was earned before has to be known. */
    public boolean needsPast() {
        return perDay > 0 || perWeek > 0 || perMonth > 0;
    }

    /** How many points an order may still earn, after so many of its day, week and month are kept. */
    public long room(long ofDay, long ofWeek, long ofMonth) {
        long room = left(perOrder, 0);
        room = Math.min(room, left(perDay, ofDay));
        room = Math.min(room, left(perWeek, ofWeek));
        return Math.min(room, left(perMonth, ofMonth));
    }

    private static long left(long cap, long used) {
        return cap == 0 ? Long.MAX_VALUE : Math.max(0, cap - used);
    }
}
