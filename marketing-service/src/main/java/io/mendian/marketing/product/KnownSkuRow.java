package io.mendian.marketing.product;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("known_sku")
record KnownSkuRow(
        @TableId(type = IdType.INPUT) long skuId,
        long version,
        String name,
        String kind,
        String category,
        long listMinor,
        boolean active,
        @Nullable Long floorMinor,
        @Nullable Long costMinor,
        Instant notedAt) {}
