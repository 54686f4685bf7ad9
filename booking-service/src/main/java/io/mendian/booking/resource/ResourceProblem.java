package io.mendian.booking.resource;

import io.mendian.runtime.problem.Problem;

/** Refusals about people, rooms and equipment. */
public enum ResourceProblem implements Problem {
    RESOURCE_EXISTS(409, "该员工已登记为本店资源", "This staff member is a resource of the store already"),
    RESOURCE_STAFF_MISSING(
            409, "员工类资源必须填写员工编号，其他资源不能填写", "A resource of kind STAFF names a staff id, any other does not"),
    SHIFTS_OVERLAP(409, "星期或日期 {day} 的班次重叠", "Working hours of {day} overlap"),
    STAFF_TAKEN(409, "该员工在此时段已有安排", "The staff member is taken at that time"),
    PLACE_TAKEN(409, "该房间或设备在此时段已被占用", "The room or equipment is taken at that time"),
    MEMBER_TAKEN(409, "您在此时段已有预约", "You have a booking at that time");

    private final int status;
    private final String zh;
    private final String en;

    ResourceProblem(int status, String zh, String en) {
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
