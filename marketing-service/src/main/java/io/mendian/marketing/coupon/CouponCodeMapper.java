package io.mendian.marketing.coupon;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CouponCodeMapper extends BaseMapper<CouponCodeRow> {

    @Select("SELECT * FROM coupon_code WHERE code = #{code}")
    @Nullable
    CouponCodeRow byCode(@Param("code") String code);

    @Select("SELECT * FROM coupon_code WHERE id = #{id} FOR UPDATE")
    @Nullable
    CouponCodeRow lock(@Param("id") long id);

    /** A member claims a code that was shown at a counter before, but not used. */
    @Update("UPDATE coupon_code SET member_key = #{member}, claimed_at = #{now} WHERE id = #{id} AND member_key = 0")
    int adopt(@Param("id") long id, @Param("member") long member, @Param("now") Instant now);

    @Update(
            "UPDATE coupon_code SET member_key = #{member}, claimed_at = #{now} WHERE id = #{id} AND member_key IS NULL")
    int claim(@Param("id") long id, @Param("member") long member, @Param("now") Instant now);

    @Select("""
            <script>SELECT * FROM coupon_code WHERE template_id = #{template} AND id > #{after}
            <if test="batch != null">AND batch_id = #{batch}</if> ORDER BY id LIMIT #{limit}</script>
            """)
    List<CouponCodeRow> page(
            @Param("template") long template,
            @Param("batch") @Nullable Long batch,
            @Param("after") long after,
            @Param("limit") int limit);
}
