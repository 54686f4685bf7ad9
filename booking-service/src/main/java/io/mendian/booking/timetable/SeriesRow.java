package io.mendian.booking.timetable;

import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.mendian.booking.place.BookingRule;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@TableName("class_series")
record SeriesRow(
        @TableId long id,
        long storeId,
        long serviceSkuId,
        String name,
        ClassKind classKind,
        int weekday,
        int startMinute,
        int durationMinutes,
        int capacity,
        @Nullable Long coachId,
        @Nullable Long roomId,
        LocalDate firstDate,
        @Nullable LocalDate lastDate,
        int opensDaysBefore,
        int closesMinutesBefore,
        int cancelMinutesBefore,
        boolean walkIn,
        boolean cardUse) {

    boolean runsOn(LocalDate day) {
        return day.getDayOfWeek().getValue() == weekday
                && !day.isBefore(firstDate)
                && (lastDate == null || !day.isAfter(lastDate));
    }

    /** Whether the sessions of both are the same in time, place, people and seats. */
    boolean hasShapeOf(SeriesRow other) {
        return serviceSkuId == other.serviceSkuId
                && weekday == other.weekday
                && startMinute == other.startMinute
                && durationMinutes == other.durationMinutes
                && capacity == other.capacity
                && Objects.equals(coachId, other.coachId)
                && Objects.equals(roomId, other.roomId)
                && firstDate.equals(other.firstDate)
                && Objects.equals(lastDate, other.lastDate);
    }

    BookingRule rule() {
        return new BookingRule(opensDaysBefore, closesMinutesBefore, cancelMinutesBefore, cardUse);
    }
}
