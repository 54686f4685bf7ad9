package io.mendian.booking.checkin;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CheckInMapper extends BaseMapper<CheckInRow> {

    @Update("UPDATE check_in SET booking_id = #{bookingId} WHERE id = #{id}")
    int setBooking(long id, long bookingId);
}
