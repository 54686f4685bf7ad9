package io.mendian.booking.checkin;

import io.mendian.runtime.problem.Problem;

/** Refusals at check-in. */
public enum CheckInProblem implements Problem {
    BOOKING_NEEDED(409, "请先预约再上课", "Please book before you come"),
    CHECK_IN_TOO_EARLY(409, "{from} 起可以签到", "Check-in begins at {from}"),
    CHECK_IN_TOO_LATE(409, "该预约已于 {endedAt} 结束", "This booking ended at {endedAt}");

    private final int status;
    private final String zh;
    private final String en;

    CheckInProblem(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
