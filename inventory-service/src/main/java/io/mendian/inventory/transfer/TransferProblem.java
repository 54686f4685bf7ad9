package io.mendian.inventory.transfer;

import io.mendian.runtime.problem.Problem;

/** Refusals of a transfer. */
public enum TransferProblem implements Problem {
    TRANSFER_TO_ITSELF(409, "不能调拨到本门店", "A store cannot ship to itself"),
    TRANSFER_NO_USED(
            409,
            "调拨单号 {documentNo} 已用于内容不同的调拨",
            "Document number {documentNo} was used for a transfer with other content"),
    TRANSFER_RECEIVED(409, "该调拨单已收货，且数量与本次不同", "This transfer was received already, with other quantities"),
    RECEIVED_MORE_THAN_SHIPPED(
            409,
            "商品 {skuId} 收货 {received}，超过发货 {shipped}",
            "{received} of {skuId} received, but only {shipped} shipped");

    private final int status;
    private final String zh;
    private final String en;

    TransferProblem(int status, String zh, String en) {
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
