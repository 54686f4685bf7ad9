package io.mendian.marketing.product;

import io.mendian.runtime.problem.Problem;

/** Why a product's floor cannot be set. */
public enum ProductProblem implements Problem {
    SKU_UNKNOWN(404, "找不到该商品，请先在商品目录中发布", "There is no such product; publish it in the catalogue first");

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
