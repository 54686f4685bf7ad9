package io.mendian.booking.timetable;

import io.mendian.runtime.problem.Problem;

/** Refusals about classes. */
public enum TimetableProblem implements Problem {
    SESSION_BOOKED(
            409,
            "该课次已有 {occupied} 人预约，请取消课次",
            "{occupied} people have booked this session; cancel the session instead"),
    NOT_A_DAY_OF_THE_SERIES(409, "{day} 不是该课程的上课日", "The series has no class on {day}"),
    CLASS_CONFLICT(409, "{day} 的教练或教室已被占用", "The coach or the room is taken on {day}");

    private final int status;
    private final String zh;
    private final String en;

    TimetableProblem(int status, String zh, String en) {
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
