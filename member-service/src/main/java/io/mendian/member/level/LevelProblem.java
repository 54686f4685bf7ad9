package io.mendian.member.level;

import io.mendian.runtime.problem.Problem;

/** Refusals about levels. */
public enum LevelProblem implements Problem {
    LADDER_INVALID(400, "等级设置有误：{field} {reasonZh}", "The ladder is not valid: {field} {reason}"),
    LADDER_CHANGED_MEANWHILE(
            409, "等级设置刚被他人修改，请刷新后重试", "Somebody else has just changed the ladder; reload and try again"),
    LEVEL_UNKNOWN(404, "没有等级 {level}", "There is no level {level}");

    private final int status;
    private final String zh;
    private final String en;

    LevelProblem(int status, String zh, String en) {
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
