package io.mendian.booking.appointment;

import io.mendian.runtime.problem.Problem;

/** Why an appointment cannot be had. */
public enum AppointmentProblem implements Problem {
    TIME_NOT_OFFERED(409, "开始时间须为 5 分钟的整数倍", "An appointment begins at a multiple of five minutes"),
    NOBODY_FOR_SERVICE(409, "本店没有人员提供该服务", "Nobody in this store performs this service"),
    NOT_WORKING(409, "{name} 该时段不上班", "{name} does not work at that time"),
    ON_LEAVE(409, "{name} 该时段休假", "{name} is on leave at that time"),
    SLOT_TAKEN(409, "{name} 该时段已被预约，请选择其他时间", "{name} is booked at that time; please choose another"),
    NO_PLACE_FREE(409, "该时段没有空闲的房间或设备", "No room or equipment is free at that time");

    private final int status;
    private final String zh;
    private final String en;

    AppointmentProblem(int status, String zh, String en) {
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
