package io.mendian.inventory.alert;

import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("stock_alert")
record AlertRow(
        @TableId long id,
        long storeId,
        long skuId,
        AlertKind kind,
        long quantity,
        String reference,
        Instant raisedAt,
        @Nullable Instant seenAt,
        @Nullable Long seenBy) {}
