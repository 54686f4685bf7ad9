package io.mendian.member.store;

import io.mendian.runtime.problem.Problem;

/** Refusals around stores. */
public enum StoreProblem implements Problem {
    STORE_CODE_TAKEN(409, "门店编号 {code} 已存在", "The store code {code} is taken"),
    ZONE_UNKNOWN(422, "时区 {zone} 不存在，例如 Asia/Shanghai", "There is no time zone {zone}; an example is Asia/Shanghai"),
    STORE_CHANGED_MEANWHILE(409, "门店刚被他人修改，请刷新后重试", "Somebody else has just changed this store; look again and retry");

    private final int status;
    private final String zh;
    private final String en;

    StoreProblem(int status, String zh, String en) {
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
