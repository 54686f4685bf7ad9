package io.mendian.booking.checkin;

import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("check_in")
record CheckInRow(
        @TableId long id,
        long storeId,
        long memberKey,
        @Nullable Long bookingId,
        Instant beganAt) {}
