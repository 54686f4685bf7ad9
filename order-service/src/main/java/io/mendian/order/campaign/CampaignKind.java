package io.mendian.order.campaign;

/** What a campaign offer is. */
public enum CampaignKind {
    GROUP_BUY("拼团价"),
    FLASH_SALE("秒杀价"),
    BARGAIN("砍价");

    private final String zh;

    CampaignKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
