package io.mendian.marketing.hold;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code couponIds}: sorted, each with the discount it gave, such as {@code 17:1000,23:250}. */
@TableName("coupon_hold")
record CouponHoldRow(
        @TableId(type = IdType.INPUT) long id,
        long memberKey,
        String couponIds,
        CouponHoldState state,
        Instant expiresAt,
        Instant createdAt) {

    static String write(Map<Long, Long> discounts) {
        return new TreeMap<>(discounts)
                .entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue())
                        .collect(Collectors.joining(","));
    }

    Map<Long, Long> discounts() {
        Map<Long, Long> discounts = new LinkedHashMap<>();
        Arrays.stream(couponIds.split(",")).forEach(each -> {
            int colon = each.indexOf(':');
            discounts.put(Long.parseLong(each.substring(0, colon)), Long.parseLong(each.substring(colon + 1)));
        });
        return discounts;
    }
}
