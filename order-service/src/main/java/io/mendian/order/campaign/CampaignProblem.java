package io.mendian.order.campaign;

import io.mendian.runtime.problem.Problem;

/** Why a campaign offer cannot be bought so, or its goods not be handed over. */
public enum CampaignProblem implements Problem {
    CAMPAIGN_IN_APP_ONLY(409, "活动商品请在小程序下单", "Campaign offers are ordered in the mini-program"),
    CAMPAIGN_ONE_LINE(409, "一张订单只能有一个活动商品，请分开下单", "An order takes one campaign offer only; place two orders"),
    CAMPAIGN_STANDS_ALONE(409, "拼团商品需单独下单", "Group-buy goods are ordered alone"),
    CAMPAIGN_AND_OTHER(
            409,
            "第 {line} 行的活动价不能与积分兑换或划卡同用",
            "The campaign price of line {line} does not go with points goods or card uses"),
    GROUP_HANDING_NEEDED(
            409, "拼团商品成团后才能交货，请选择到店自提或配送", "Group-buy goods are handed over later: choose pickup or delivery"),
    GROUP_PENDING(409, "拼团尚未成团，成团后才能发货、提货或换货", "The group is not complete yet; nothing is handed over before it is"),
    GROUP_FAILED(409, "拼团未成团，订单款项已自动退回，请勿交货", "The group failed and the order is refunded; hand nothing over"),
    GROUP_PAID_ONLINE(
            409,
            "拼团订单请用微信支付、余额或礼品卡付款，未成团时自动原路退回",
            "Pay group-buys by WeChat Pay, stored value or gift card, so that the money can go back by itself");

    private final int status;
    private final String zh;
    private final String en;

    CampaignProblem(int status, String zh, String en) {
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
