package io.mendian.marketing.coupon;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("coupon_code")
record CouponCodeRow(
        @TableId(type = IdType.INPUT) long id,
        long templateId,
        long batchId,
        String code,
        @Nullable Long memberKey,
        @Nullable Instant claimedAt) {}
