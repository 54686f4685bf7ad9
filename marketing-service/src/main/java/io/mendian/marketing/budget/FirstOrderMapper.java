package io.mendian.marketing.budget;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** A member's first order is one order: the first that holds a promotion for first orders. */
@Mapper
interface FirstOrderMapper {

    @Insert("""
            INSERT IGNORE INTO first_order_claim (member_key, order_id, claimed_at) VALUES (#{member}, #{order}, #{now})
            """)
    int claim(@Param("member") long member, @Param("order") long order, @Param("now") Instant now);

    @Select("SELECT COUNT(*) FROM first_order_claim WHERE member_key = #{member} AND order_id = #{order} FOR UPDATE")
    int claimed(@Param("member") long member, @Param("order") long order);

    @Delete("DELETE FROM first_order_claim WHERE member_key = #{member} AND order_id = #{order}")
    int giveBack(@Param("member") long member, @Param("order") long order);
}
