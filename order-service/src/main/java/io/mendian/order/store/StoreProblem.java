package io.mendian.order.store;

import io.mendian.runtime.problem.Problem;

/** What can be wrong with the store of a sale. */
public enum StoreProblem implements Problem {
    STORE_NOT_FOUND(404, "没有这家门店", "There is no such store"),
    STORE_NOT_OPEN(409, "门店 {store} 已停业，不能下单", "The store {store} has stopped trading");

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
