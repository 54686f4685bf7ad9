package io.mendian.marketing.campaign;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code storeIds}: such as {@code 7001,7002}; empty: every store. {@code kept}: pieces that live and paid seats have. */
@TableName("campaign_offer")
record CampaignOfferRow(
        @TableId(type = IdType.INPUT) long id,
        CampaignKind kind,
        String name,
        long skuId,
        String storeIds,
        long priceMinor,
        @Nullable Long startMinor,
        Instant fromAt,
        Instant untilAt,
        long limitPerMember,
        long allotment,
        long kept,
        @Nullable Integer groupSize,
        @Nullable Integer lifeHours,
        @Nullable Integer cuts,
        @Nullable Integer helpsPerDay,
        Instant createdAt) {}
