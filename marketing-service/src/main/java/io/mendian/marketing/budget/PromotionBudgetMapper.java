package io.mendian.marketing.budget;

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
interface PromotionBudgetMapper extends BaseMapper<PromotionBudgetRow> {

    @Select("""
            <script>SELECT * FROM promotion_budget WHERE promotion_id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    List<PromotionBudgetRow> byIds(@Param("ids") Collection<Long> ids);

    @Select("SELECT * FROM promotion_budget WHERE promotion_id = #{id} FOR UPDATE")
    PromotionBudgetRow lock(@Param("id") long id);

    @Insert("""
            INSERT IGNORE INTO promotion_budget (promotion_id, kept_minor, kept_uses, updated_at) VALUES (#{id}, 0, 0, #{now})
            """)
    int open(@Param("id") long id, @Param("now") Instant now);

    @Update("""
            UPDATE promotion_budget
            SET limit_minor = #{to.moneyMinor}, limit_uses = #{to.uses}, limit_per_member = #{to.usesPerMember},
                limit_member_minor = #{to.moneyPerMemberMinor}, limit_day_minor = #{to.moneyPerDayMinor},
                limit_day_uses = #{to.usesPerDay}, limit_week_minor = #{to.moneyPerWeekMinor},
                limit_week_uses = #{to.usesPerWeek}, updated_at = #{now}
            WHERE promotion_id = #{id} AND (#{to.moneyMinor} IS NULL OR kept_minor <= #{to.moneyMinor})
              AND (#{to.uses} IS NULL OR kept_uses <= #{to.uses})
            """)
    int limit(@Param("id") long id, @Param("to") BudgetLimits to, @Param("now") Instant now);

    @Update("""
            UPDATE promotion_budget SET kept_minor = kept_minor + #{minor}, kept_uses = kept_uses + 1
            WHERE promotion_id = #{id} AND (limit_minor IS NULL OR kept_minor + #{minor} <= limit_minor)
              AND (limit_uses IS NULL OR kept_uses < limit_uses)
            """)
    int keep(@Param("id") long id, @Param("minor") long minor);

    @Update("""
            UPDATE promotion_budget SET kept_minor = kept_minor - #{minor}, kept_uses = kept_uses - 1
            WHERE promotion_id = #{id} AND kept_minor >= #{minor} AND kept_uses >= 1
            """)
    int giveBack(@Param("id") long id, @Param("minor") long minor);

    @Insert("""
            INSERT IGNORE INTO promotion_member_quota (promotion_id, member_key, kept_uses) VALUES (#{id}, #{member}, 0)
            """)
    int openMember(@Param("id") long id, @Param("member") long member);

    @Update("""
            UPDATE promotion_member_quota SET kept_uses = kept_uses + 1, kept_minor = kept_minor + #{minor}
            WHERE promotion_id = #{id} AND member_key = #{member} AND (#{most} IS NULL OR kept_uses < #{most})
              AND (#{mostMinor} IS NULL OR kept_minor + #{minor} <= #{mostMinor})
            """)
    int keepMember(
            @Param("id") long id,
            @Param("member") long member,
            @Param("minor") long minor,
            @Param("most") @Nullable Integer most,
            @Param("mostMinor") @Nullable Long mostMinor);

    @Update("""
            UPDATE promotion_member_quota SET kept_uses = kept_uses - 1, kept_minor = kept_minor - #{minor}
            WHERE promotion_id = #{id} AND member_key = #{member} AND kept_uses >= 1 AND kept_minor >= #{minor}
            """)
    int giveBackMember(@Param("id") long id, @Param("member") long member, @Param("minor") long minor);
}
