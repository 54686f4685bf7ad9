package io.mendian.marketing.seat;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CampaignSeatMapper extends BaseMapper<CampaignSeatRow> {

    @Select("SELECT * FROM campaign_seat WHERE order_id = #{order} FOR UPDATE")
    @Nullable
    CampaignSeatRow lock(@Param("order") long order);

    @Update("""
            UPDATE campaign_seat SET state = #{to}, seat_of = #{seatOf}
            WHERE order_id = #{order} AND state = #{was}
            """)
    int move(
            @Param("order") long order,
            @Param("was") SeatState was,
            @Param("to") SeatState to,
            @Param("seatOf") @Nullable Long seatOf);

    @Update("UPDATE campaign_seat SET paid_at = #{at}, paid_minor = #{minor} WHERE order_id = #{order}")
    int paid(@Param("order") long order, @Param("at") Instant at, @Param("minor") long minor);

    @Update("UPDATE campaign_seat SET back_minor = back_minor + #{minor} WHERE order_id = #{order}")
    int back(@Param("order") long order, @Param("minor") long minor);

    /** Locked, so that the list is as it is now and not as it was when the transaction began. */
    @Select(
            "SELECT order_id FROM campaign_seat WHERE group_id = #{group} AND state = 'PAID' ORDER BY order_id FOR UPDATE")
    List<Long> paidOf(@Param("group") long group);

    @Select(
            "SELECT order_id FROM campaign_seat WHERE group_id = #{group} AND member_key = #{member} AND seat_of IS NOT NULL")
    @Nullable
    Long seatIn(@Param("group") long group, @Param("member") long member);
}
