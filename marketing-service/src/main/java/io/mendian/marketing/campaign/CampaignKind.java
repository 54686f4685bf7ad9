package io.mendian.marketing.campaign;

/** What a campaign offer is. */
public enum CampaignKind {
    /** 拼团: the price holds when so many pay in time. */
    GROUP_BUY,
    /** 秒杀: a few pieces at a price, first come, first served. */
    FLASH_SALE,
    /** 砍价: others help to cut the price, down to a floor. */
    BARGAIN
}
