package io.mendian.inventory.stock;

import io.mendian.runtime.problem.Problem;

/** Refusals about quantities and documents. */
public enum StockProblem implements Problem {
    NOT_ENOUGH_STOCK(
            409, "{name} 库存不足：可用 {left}，需要 {wanted}", "Not enough of {name}: {left} available, {wanted} wanted"),
    STOCK_ON_HOLD(
            423,
            "商品 {name} 在本店的库存正在核对账目，暂停销售和出入库：请先售其他商品，并联系总部解除（账目暂停）",
            "The stock of {name} in this store is being checked and is on hold: sell something else and ask headquarters"
                    + " to lift the hold"),
    DOCUMENT_NO_USED(
            409,
            "单据号 {documentNo} 已用于内容不同的单据",
            "Document number {documentNo} was used for a document with other content"),
    ISSUE_ONLY_TAKES(409, "出库单的数量只能为负数", "An issue only takes stock away: quantities must be negative");

    private final int status;
    private final String zh;
    private final String en;

    StockProblem(int status, String zh, String en) {
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
