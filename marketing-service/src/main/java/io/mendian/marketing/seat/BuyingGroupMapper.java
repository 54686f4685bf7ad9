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
interface BuyingGroupMapper extends BaseMapper<BuyingGroupRow> {

    @Select("SELECT * FROM buying_group WHERE id = #{id} FOR UPDATE")
    @Nullable
    BuyingGroupRow lock(@Param("id") long id);

    @Update("""
            UPDATE buying_group SET kept = #{now.kept}, paid = #{now.paid}, state = #{now.state},
                opened_at = #{now.openedAt}, ends_at = #{now.endsAt}, settled_at = #{now.settledAt}
            WHERE id = #{now.id} AND kept = #{was.kept} AND paid = #{was.paid} AND state = #{was.state}
              AND #{now.kept} <= size
            """)
    int save(@Param("was") BuyingGroup was, @Param("now") BuyingGroup now);

    @Select("""
            SELECT id FROM buying_group WHERE state = 'OPEN' AND ends_at <= #{now} AND kept = paid
            ORDER BY ends_at LIMIT #{limit}
            """)
    List<Long> due(@Param("now") Instant now, @Param("limit") int limit);

    @Select("""
            SELECT * FROM buying_group WHERE offer_id = #{offer} AND state = 'OPEN' AND ends_at > #{now} AND kept < size
            ORDER BY ends_at, id LIMIT #{limit}
            """)
    List<BuyingGroupRow> open(@Param("offer") long offer, @Param("now") Instant now, @Param("limit") int limit);
}
