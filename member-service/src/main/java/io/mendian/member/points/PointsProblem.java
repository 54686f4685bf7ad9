package io.mendian.member.points;

import io.mendian.runtime.problem.Problem;

/** Refusals about points. */
public enum PointsProblem implements Problem {
    POINTS_ON_HOLD(
            423,
            "该会员的积分账户正在核对账目，暂停使用：请不使用积分，并联系总部解除（账目暂停）",
            "This member's points are being checked and are on hold: go on without points and ask headquarters to lift the"
                    + " hold"),
    NOT_ENOUGH_POINTS(409, "积分不足，当前可用 {left} 分", "Not enough points: {left} left"),
    POINTS_RULE_CHANGED_MEANWHILE(
            409, "积分规则刚被他人修改，请刷新后重试", "Somebody else has just changed the points rule; reload and try again"),
    EXPORT_TOO_LARGE(409, "超过 {most} 条，请缩短时间段", "More than {most} entries; choose a shorter period"),
    POINTS_RULE_INVALID(400, "积分规则有误：{field} {reasonZh}", "The points rule is not valid: {field} {reason}");

    private final int status;
    private final String zh;
    private final String en;

    PointsProblem(int status, String zh, String en) {
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
