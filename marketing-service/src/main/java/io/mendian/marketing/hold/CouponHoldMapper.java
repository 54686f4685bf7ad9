package io.mendian.marketing.hold;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CouponHoldMapper extends BaseMapper<CouponHoldRow> {

    @Select("SELECT * FROM coupon_hold WHERE id = #{id} FOR UPDATE")
    CouponHoldRow lock(@Param("id") long id);

    /** One of the ends of a hold; only the first takes effect. */
    @Update("UPDATE coupon_hold SET state = #{to} WHERE id = #{id} AND state = 'HELD'")
    int end(@Param("id") long id, @Param("to") CouponHoldState to);

    @Insert("""
            INSERT IGNORE INTO coupon_shortage (order_id, coupon_id, reason, found_at, settled_at)
            VALUES (#{order}, #{coupon}, #{reason}, #{now}, #{settled})
            """)
    int noteShortage(
            @Param("order") long order,
            @Param("coupon") long coupon,
            @Param("reason") String reason,
            @Param("now") Instant now,
            @Param("settled") @Nullable Instant settled);
}
