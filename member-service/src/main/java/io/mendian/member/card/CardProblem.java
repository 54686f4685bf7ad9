package io.mendian.member.card;

import io.mendian.runtime.problem.Problem;

/** Refusals about cards. */
public enum CardProblem implements Problem {
    NO_CARD_FOR_SERVICE(409, "没有可用于该项目的卡，或次数已用完", "No card pays for this service here, or its uses are used up"),
    CARD_USE_DIFFERS(409, "该扣次编号已用于其他内容", "This use id was used with other content"),
    CARD_USE_GIVEN_BACK(409, "该次扣卡已退回", "This use has been given back"),
    CARD_UNKNOWN(404, "没有这张卡", "There is no such card"),
    CARD_IN_USE(
            409, "该卡正被占用（订单、退款、转让或挂失），请先处理", "This card is held by an order, a refund, a transfer or a loss report"),
    CARD_NOT_LOST(409, "该卡未挂失", "This card was not reported lost"),
    CARD_WITHOUT_END(409, "该卡没有截止日期，无需延期", "This card has no end that could be moved"),
    CARD_NOT_FREEZABLE(409, "只有有效期内的期限卡可以停卡", "Only a period card that is running can be frozen"),
    CARD_NOT_FROZEN(409, "该卡未停卡", "This card is not frozen");

    private final int status;
    private final String zh;
    private final String en;

    CardProblem(int status, String zh, String en) {
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
