package io.mendian.booking.timetable;

import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@TableName("class_session")
record SessionRow(
        @TableId long id,
        long seriesId,
        LocalDate day,
        long storeId,
        long serviceSkuId,
        @Nullable Long coachId,
        @Nullable Long roomId,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int occupied,
        SessionState state) {}
