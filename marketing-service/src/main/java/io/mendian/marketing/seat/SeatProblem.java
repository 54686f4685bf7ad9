package io.mendian.marketing.seat;

import io.mendian.runtime.problem.Problem;
import io.mendian.runtime.problem.ProblemException;

/** Why a seat cannot be taken. */
public enum SeatProblem implements Problem {
    GROUP_UNKNOWN(404, "找不到该拼团", "There is no such group"),
    GROUP_FULL(409, "该团已满，请参加其他团或自己开团", "This group is full; join another one or open your own"),
    GROUP_OVER(409, "该团已结束，请参加其他团或自己开团", "This group is over; join another one or open your own"),
    GROUP_ALREADY_JOINED(409, "您在该团中已有一张订单", "You have an order in this group already"),
    SEAT_HOLD_DIFFERS(409, "该占用编号已用于其他内容", "This hold id was used for something else"),
    SEAT_HOLD_ENDED(409, "该占用已结束，请重新下单", "This hold has ended; place the order again");

    private final int status;
    private final String zh;
    private final String en;

    SeatProblem(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    /** The member's place in the group belongs to that order. */
    static ProblemException alreadyJoined(long order) {
        return GROUP_ALREADY_JOINED.with("orderId", Long.toString(order));
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
