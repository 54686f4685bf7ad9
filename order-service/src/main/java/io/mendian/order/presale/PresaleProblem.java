package io.mendian.order.presale;

import io.mendian.runtime.problem.Problem;

/** Why a pre-sale cannot be offered, bought or ended. */
public enum PresaleProblem implements Problem {
    PRESALE_GOODS_ONLY(
            409, "“{name}”不是在售商品，预售只能选择商品", "“{name}” is not goods on sale; only goods can be sold in advance"),
    PRESALE_DEPOSIT_TOO_HIGH(
            409,
            "定金不能超过成交价的 20%（《民法典》第 586 条），最多 {mostMinor}",
            "A deposit may be at most 20 % of the price (Civil Code, art. 586): {mostMinor}"),
    PRESALE_WORTH_WRONG(
            409,
            "定金抵扣金额不能低于定金，且必须低于售价 {priceMinor}",
            "The deposit counts for no less than itself and for less than the price of {priceMinor}"),
    PRESALE_TIME_WRONG(
            409,
            "时间顺序应为：定金截止 ≤ 尾款开始 < 尾款截止，且晚于现在",
            "The times must follow: deposits until, balance from, balance until"),
    PRESALE_OVER(409, "该预售活动的定金阶段已结束，请选择其他商品", "This pre-sale takes no more deposits; choose something else"),
    PRESALE_SOLD_OUT(409, "预售名额仅剩 {left} 件，请减少数量", "Only {left} pieces of this pre-sale are left; take fewer"),
    PRESALE_NOT_DEPOSITED(409, "该订单没有已付定金，请按普通订单取消", "No deposit of this order is paid; cancel it like any other"),
    PRESALE_NO_PENALTY(409, "该订单没有待付的双倍返还款", "Nothing is owed for this order beyond its deposit");

    private final int status;
    private final String zh;
    private final String en;

    PresaleProblem(int status, String zh, String en) {
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
