package io.mendian.order.history;

import io.mendian.runtime.problem.Problem;

/** Why a sale of the old till is not taken over. */
public enum HistoryProblem implements Problem {
    HISTORY_CONTENT_DIFFERS(
            409,
            "单号 {externalRef} 已导入且内容不同（订单 {orderId}），请核对旧系统数据",
            "{externalRef} was taken over before with other content (order {orderId}); compare it with the old till"),
    HISTORY_STORE_UNKNOWN(404, "门店 {store} 不存在，请先开店", "There is no store {store}; open it first"),
    HISTORY_CURRENCY_DIFFERS(
            400, "币种应为 {expected}，实际为 {currency}", "The chain's currency is {expected}, this sale is in {currency}"),
    HISTORY_MEMBER_UNRESOLVED(
            400,
            "请先导入会员 {memberExternalRef}，再填写其 memberKey",
            "Import the member {memberExternalRef} first and send the memberKey"),
    HISTORY_DATE_INVALID(
            400,
            "营业日期 {date} 早于 1990 年、晚于今天或与销售时间不符",
            "The business date {date} is before 1990, after today, or does not fit soldAt"),
    HISTORY_AMOUNT_INVALID(
            400, "件数应为 1～100000，金额应为 0～{highestMinor}", "Pieces are 1 to 100000, the amount is 0 to {highestMinor}"),
    HISTORY_ITEMS_DIFFER(400, "明细合计与单据的件数或金额不符", "The items do not sum to the pieces and the amount of the sale");

    private final int status;
    private final String zh;
    private final String en;

    HistoryProblem(int status, String zh, String en) {
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
