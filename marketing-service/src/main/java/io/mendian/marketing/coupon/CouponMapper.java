package io.mendian.marketing.coupon;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CouponMapper extends BaseMapper<CouponRow> {

    @Insert("""
            INSERT INTO coupon_entry (id, coupon_id, cause_type, cause_id, entered_at)
            VALUES (#{id}, #{couponId}, #{causeType}, #{causeId}, #{now})
            """)
    int enter(
            @Param("id") long id,
            @Param("couponId") long couponId,
            @Param("causeType") CouponMove causeType,
            @Param("causeId") String causeId,
            @Param("now") Instant now);

    @Select("SELECT * FROM coupon WHERE template_id = #{template} AND cause_type = #{type} AND cause_id = #{id}")
    @Nullable
    CouponRow byCause(@Param("template") long template, @Param("type") CouponCause type, @Param("id") String id);

    @Select("""
            <script>SELECT * FROM coupon WHERE member_key = #{member} AND id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach> ORDER BY id</script>
            """)
    List<CouponRow> ofMember(@Param("member") long member, @Param("ids") Collection<Long> ids);

    /** Locked, and so as they are now, whatever the transaction has read before. */
    @Select("SELECT * FROM coupon WHERE order_id = #{order} ORDER BY id FOR UPDATE")
    List<CouponRow> ofOrder(@Param("order") long order);

    @Select("SELECT * FROM coupon WHERE cause_type = 'ORDER_PAID' AND cause_id = #{order} ORDER BY id FOR UPDATE")
    List<CouponRow> givenFor(@Param("order") String order);

    /** Those that could be used at an instant, soonest to expire first, and those that one hold keeps. */
    @Select("""
            SELECT * FROM coupon
            WHERE member_key = #{member} AND valid_from <= #{at} AND valid_to > #{at} AND withdraw_asked = 0
              AND (state = 'AVAILABLE' OR (state = 'HELD' AND order_id = #{hold}))
            ORDER BY valid_to, id LIMIT #{limit}
            """)
    List<CouponRow> usable(
            @Param("member") long member,
            @Param("at") Instant at,
            @Param("hold") @Nullable Long hold,
            @Param("limit") int limit);

    /** A member claims the code of a coupon that waits for whoever shows the paper. */
    @Update("UPDATE coupon SET member_key = #{member} WHERE id = #{id} AND member_key = 0 AND state = 'AVAILABLE'")
    int adopt(@Param("id") long id, @Param("member") long member);

    /** A free coupon of a member who was merged is the other's. */
    @Update("""
            UPDATE coupon SET member_key = #{to}
            WHERE id = #{id} AND member_key = #{from} AND state = 'AVAILABLE' AND cause_type IN ('CLAIM', 'MEMBER_JOINED')
            """)
    int passOn(@Param("id") long id, @Param("from") long from, @Param("to") long to);

    @Update("""
            UPDATE coupon SET state = 'HELD', order_id = #{order}
            WHERE id = #{id} AND member_key = #{member} AND state = 'AVAILABLE' AND withdraw_asked = 0
              AND valid_from <= #{now} AND valid_to > #{now}
            """)
    int hold(@Param("id") long id, @Param("member") long member, @Param("order") long order, @Param("now") Instant now);

    @Update("""
            UPDATE coupon SET state = CASE WHEN withdraw_asked = 1 THEN 'WITHDRAWN' ELSE 'AVAILABLE' END, order_id = NULL
            WHERE id = #{id} AND state = 'HELD' AND order_id = #{order}
            """)
    int free(@Param("id") long id, @Param("order") long order);

    @Update("""
            UPDATE coupon SET state = 'USED', discount_minor = #{discount}
            WHERE id = #{id} AND state = 'HELD' AND order_id = #{order}
            """)
    int use(@Param("id") long id, @Param("order") long order, @Param("discount") long discount);

    /** For an order that was paid although its hold had gone: the coupon is taken if it is still free. */
    @Update("""
            UPDATE coupon SET state = 'USED', order_id = #{order}, discount_minor = #{discount}
            WHERE id = #{id} AND member_key = #{member} AND state = 'AVAILABLE'
            """)
    int useLate(
            @Param("id") long id,
            @Param("member") long member,
            @Param("order") long order,
            @Param("discount") long discount);

    @Update("""
            UPDATE coupon
            SET state = CASE WHEN withdraw_asked = 1 THEN 'WITHDRAWN' ELSE 'AVAILABLE' END, order_id = NULL, discount_minor = 0
            WHERE id = #{id} AND state = 'USED' AND order_id = #{order} AND valid_to > #{at}
            """)
    int giveBack(@Param("id") long id, @Param("order") long order, @Param("at") Instant at);

    @Update("UPDATE coupon SET state = 'WITHDRAWN', withdraw_asked = 1 WHERE id = #{id} AND state = 'AVAILABLE'")
    int withdraw(@Param("id") long id);

    @Update("UPDATE coupon SET withdraw_asked = 1 WHERE id = #{id} AND state IN ('HELD', 'USED')")
    int askWithdrawal(@Param("id") long id);

    @Select("""
            SELECT id FROM coupon WHERE state = 'AVAILABLE' AND valid_to <= #{now} ORDER BY valid_to, id LIMIT #{limit}
            """)
    List<Long> expired(@Param("now") Instant now, @Param("limit") int limit);

    @Update("UPDATE coupon SET state = 'EXPIRED' WHERE id = #{id} AND state = 'AVAILABLE' AND valid_to <= #{now}")
    int expire(@Param("id") long id, @Param("now") Instant now);

    /** By what a coupon is now: what a timer has not marked yet has expired all the same. */
    @Select("""
            <script>SELECT * FROM coupon WHERE member_key = #{member} AND id > #{after}
            <choose>
              <when test="state == null"/>
              <when test="state.name() == 'AVAILABLE'">AND state = 'AVAILABLE' AND valid_to > #{now}</when>
              <when test="state.name() == 'EXPIRED'">
                AND (state = 'EXPIRED' OR (state = 'AVAILABLE' AND valid_to &lt;= #{now}))</when>
              <otherwise>AND state = #{state}</otherwise>
            </choose>
            ORDER BY id LIMIT #{limit}</script>
            """)
    List<CouponRow> page(
            @Param("member") long member,
            @Param("state") @Nullable CouponState state,
            @Param("now") Instant now,
            @Param("after") long after,
            @Param("limit") int limit);
}
