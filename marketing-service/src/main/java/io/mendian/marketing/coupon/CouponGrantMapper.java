package io.mendian.marketing.coupon;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CouponGrantMapper extends BaseMapper<CouponGrantRow> {

    /** Locked, and so as it is now, whatever the transaction has read before. */
    @Select("SELECT * FROM coupon_grant WHERE grant_id = #{id} FOR UPDATE")
    CouponGrantRow lock(@Param("id") String id);

    @Update("UPDATE coupon_grant SET coupon_id = #{coupon} WHERE grant_id = #{id} AND coupon_id IS NULL")
    int give(@Param("id") String id, @Param("coupon") long coupon);
}
