package io.mendian.inventory.product;

import io.mendian.runtime.problem.Problem;

/** Refusals about SKUs. */
public enum ProductProblem implements Problem {
    SKU_UNKNOWN(404, "没有商品 {sku}，新商品请稍候再试", "There is no product {sku}; if it is new, try again shortly"),
    SKU_NOT_STOCKED(409, "{name} 不是实物商品，没有库存", "{name} is not kept in stock"),
    BARCODE_AMBIGUOUS(409, "条码 {barcode} 对应多个商品，请选择商品", "Barcode {barcode} belongs to several products; pick one");

    private final int status;
    private final String zh;
    private final String en;

    ProductProblem(int status, String zh, String en) {
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
