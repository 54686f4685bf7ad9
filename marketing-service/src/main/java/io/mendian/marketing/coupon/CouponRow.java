package io.mendian.marketing.coupon;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("coupon")
record CouponRow(
        @TableId(type = IdType.INPUT) long id,
        long templateId,
        long memberKey,
        CouponCause causeType,
        String causeId,
        Instant validFrom,
        Instant validTo,
        CouponState state,
        @Nullable Long orderId,
        long discountMinor,
        boolean withdrawAsked,
        Instant claimedAt) {}
