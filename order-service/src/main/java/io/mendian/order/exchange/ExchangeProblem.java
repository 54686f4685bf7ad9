package io.mendian.order.exchange;

import io.mendian.runtime.problem.Problem;

/** Why an exchange offer cannot be made or taken. */
public enum ExchangeProblem implements Problem {
    EXCHANGE_GOODS_ONLY(409, "“{name}”不是在售商品，积分兑换只能选择商品", "“{name}” is not goods on sale; only goods can be exchanged"),
    EXCHANGE_CASH_TOO_HIGH(
            409, "现金部分不能高于售价 {listPriceMinor}，请调低", "The cash part may be at most the list price of {listPriceMinor}"),
    EXCHANGE_TIME_WRONG(409, "结束时间必须晚于开始时间", "The end must be after the beginning"),
    EXCHANGE_OFFER_OVER(409, "该兑换活动未开始或已结束，请重新选择", "This exchange offer has not begun or has ended; choose again"),
    EXCHANGE_OTHER_PRODUCT(
            409, "第 {line} 行的商品与兑换活动不符，请按活动选择商品", "Line {line} is not the product of this exchange offer"),
    EXCHANGE_POINTS_SHORT(
            409, "积分不足：需要 {points} 分，可用 {balance} 分", "Not enough points: {points} are needed, {balance} can be used"),
    EXCHANGE_LIMIT(409, "每位会员限兑 {limit} 件，还可兑换 {left} 件", "Each member may have {limit} of these; {left} are left");

    private final int status;
    private final String zh;
    private final String en;

    ExchangeProblem(int status, String zh, String en) {
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
