package io.mendian.marketing.coupon;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code couponId} is null only inside the transaction that makes the grant. */
@TableName("coupon_grant")
record CouponGrantRow(
        @TableId(type = IdType.INPUT) String grantId,
        long templateId,
        long memberKey,
        @Nullable Long couponId,
        String cause,
        Instant grantedAt) {}
