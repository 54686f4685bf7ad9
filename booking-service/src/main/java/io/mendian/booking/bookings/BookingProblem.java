package io.mendian.booking.bookings;

import io.mendian.runtime.problem.Problem;

/** Refusals about bookings. */
public enum BookingProblem implements Problem {
    CLASS_FULL(409, "该课程已满员（{capacity} 人）", "The class is full ({capacity} seats)"),
    CLASS_CANCELLED(409, "该课次已取消", "This class has been cancelled"),
    ALREADY_BOOKED(409, "您已预约该课程", "You have booked this class already"),
    BOOKING_NOT_OPEN(409, "预约将于 {opensAt} 开放", "Booking opens at {opensAt}"),
    BOOKING_CLOSED(409, "预约已于 {closedAt} 截止", "Booking closed at {closedAt}"),
    CANCEL_TOO_LATE(409, "已过取消时限（{until}）", "It could be cancelled until {until}"),
    BOOKING_CHECKED_IN(409, "已签到，不能取消", "Checked in already; it cannot be cancelled");

    private final int status;
    private final String zh;
    private final String en;

    BookingProblem(int status, String zh, String en) {
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
