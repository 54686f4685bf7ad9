package io.mendian.marketing.promotion;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PromotionMapper extends BaseMapper<PromotionRow> {

    @Select("""
            SELECT * FROM promotion WHERE state = 'LIVE' AND valid_from <= #{at} AND valid_to > #{at} ORDER BY id LIMIT 200
            """)
    List<PromotionRow> running(@Param("at") Instant at);

    @Select("SELECT * FROM promotion WHERE id > #{after} ORDER BY id LIMIT #{limit}")
    List<PromotionRow> page(@Param("after") long after, @Param("limit") int limit);

    @Update("""
            UPDATE promotion
            SET name = #{to.name}, kind = #{to.kind}, settings = #{to.settings}, scope = #{to.scope},
                stack_category = #{to.stackCategory}, stack_per_category = #{to.stackPerCategory},
                stack_exclusive = #{to.stackExclusive}, stack_groups = #{to.stackGroups}, version = version + 1,
                valid_from = #{to.validFrom}, valid_to = #{to.validTo},
                audience = #{to.audience}, hours = #{to.hours}, state = #{to.state}, updated_at = #{to.updatedAt}
            WHERE id = #{to.id} AND state = #{was} AND version = #{to.version}
            """)
    int change(@Param("to") PromotionRow to, @Param("was") PromotionState was);
}
