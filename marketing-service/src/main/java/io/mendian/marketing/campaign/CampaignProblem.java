package io.mendian.marketing.campaign;

import io.mendian.runtime.problem.Problem;

/** Why a campaign offer cannot be made, taken or helped with. */
public enum CampaignProblem implements Problem {
    CAMPAIGN_INVALID(400, "活动设置有误：{field}", "The offer's setting {field} is wrong"),
    CAMPAIGN_UNKNOWN(404, "找不到该活动", "There is no such offer"),
    CAMPAIGN_SKU_KIND(409, "“{name}”不是商品或服务，不能参加活动", "“{name}” is neither goods nor a service"),
    CAMPAIGN_PRICE_TOO_HIGH(409, "活动价不能高于售价 {listMinor}，请调低", "The price may be at most the list price of {listMinor}"),
    CAMPAIGN_BELOW_FLOOR(
            409, "活动价低于最低限价 {floorMinor}，请调高或先调整限价", "The price is below the product's floor of {floorMinor}"),
    CAMPAIGN_OVER(409, "该活动未开始或已结束", "This offer has not begun or has ended"),
    CAMPAIGN_OTHER_STORE(409, "该门店不参加此活动，请换一家门店", "This store does not take part; choose another one"),
    CAMPAIGN_OTHER_PRODUCT(409, "商品与活动不符，请按活动选择商品", "This is not the product of the offer"),
    CAMPAIGN_SOLD_OUT(409, "活动库存已抢完，还剩 {left} 件", "The offer is sold out; {left} are left"),
    CAMPAIGN_LIMIT(409, "每位会员限购 {limit} 件，还可购买 {left} 件", "Each member may have {limit}; {left} are left for you"),
    CAMPAIGN_PRICE_CHANGED(409, "活动价已变为 {priceMinor}，请重新下单", "The price is now {priceMinor}; place the order again"),
    BARGAIN_UNKNOWN(404, "找不到该砍价", "There is no such bargain"),
    BARGAIN_NEEDED(409, "请先发起砍价，再按砍后的价格购买", "Start a bargain first, then buy at its price"),
    BARGAIN_RUNNING(409, "您在该活动已有进行中的砍价", "You have a bargain of this offer already"),
    BARGAIN_OVER(409, "该砍价已结束", "This bargain is over"),
    BARGAIN_OWN(409, "不能给自己砍价，请分享给好友", "You cannot help yourself; share it with friends"),
    BARGAIN_AT_FLOOR(409, "已砍到最低价，可以购买了", "The price is at its floor already"),
    BARGAIN_ORDERED(409, "发起人已按当前价下单，不能再砍", "The price is being ordered; it is not cut any more"),
    BARGAIN_HELPS_SPENT(409, "您今天帮砍的次数已达 {limit} 次，请明天再来", "You have helped {limit} times today; come again tomorrow");

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
