package io.mendian.booking.bookings;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface BookingMapper extends BaseMapper<BookingRow> {

    @Select("SELECT * FROM booking WHERE id = #{id} FOR UPDATE")
    @Nullable
    BookingRow lock(long id);

    @Select("""
            SELECT * FROM booking
            WHERE session_id = #{sessionId} AND member_key = #{memberKey} AND cancelled = 0 FOR UPDATE
            """)
    @Nullable
    BookingRow lockSeat(long sessionId, long memberKey);

    @Select("""
            SELECT id FROM booking WHERE session_id = #{sessionId} AND state = 'BOOKED' ORDER BY id FOR UPDATE
            """)
    List<Long> booked(long sessionId);

    @Select("""
            SELECT * FROM booking
            WHERE member_key = #{memberKey} AND store_id = #{storeId} AND cancelled = 0
              AND starts_at <= #{startsUntil} AND ends_at > #{now} ORDER BY starts_at, id LIMIT 1 FOR UPDATE
            """)
    @Nullable
    BookingRow lockCurrent(long memberKey, long storeId, Instant startsUntil, Instant now);

    @Select("""
            SELECT id FROM booking WHERE state = 'CHECKING_IN' AND checking_since <= #{before}
            ORDER BY checking_since LIMIT #{limit}
            """)
    List<Long> stuck(Instant before, int limit);

    @Update("""
            UPDATE booking SET state = 'CANCELLED', cancelled = id, cancelled_at = #{at}, cancel_reason = #{reason}
            WHERE id = #{id} AND state = 'BOOKED'
            """)
    int cancel(long id, Instant at, String reason);

    @Update("""
            UPDATE booking SET state = 'CHECKING_IN', checking_since = #{at} WHERE id = #{id} AND state = 'BOOKED'
            """)
    int beginCheckIn(long id, Instant at);

    @Update("""
            UPDATE booking SET state = 'BOOKED', checking_since = NULL WHERE id = #{id} AND state = 'CHECKING_IN'
            """)
    int backToBooked(long id);

    @Update("""
            UPDATE booking SET state = 'CHECKED_IN', checked_in_at = #{at}, card_id = #{cardId}, uses_left = #{usesLeft}
            WHERE id = #{id} AND state IN ('CHECKING_IN', 'BOOKED')
            """)
    int checkIn(long id, Instant at, @Nullable String cardId, @Nullable Long usesLeft);
}
