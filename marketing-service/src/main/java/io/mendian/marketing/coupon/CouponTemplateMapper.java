package io.mendian.marketing.coupon;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CouponTemplateMapper extends BaseMapper<CouponTemplateRow> {

    @Select("SELECT * FROM coupon_template WHERE state = 'LIVE' AND issue_on = #{issueOn} ORDER BY id LIMIT 200")
    List<CouponTemplateRow> liveOn(@Param("issueOn") IssueOn issueOn);

    @Select("""
            SELECT * FROM coupon_template
            WHERE state = 'LIVE' AND claimable = 1 AND id > #{after} AND (valid_to_date IS NULL OR valid_to_date >= #{yesterday})
            ORDER BY id LIMIT #{limit}
            """)
    List<CouponTemplateRow> claimable(
            @Param("yesterday") LocalDate yesterday, @Param("after") long after, @Param("limit") int limit);

    @Select("SELECT * FROM coupon_template WHERE state = 'LIVE' ORDER BY id DESC LIMIT #{limit}")
    List<CouponTemplateRow> newestLive(@Param("limit") int limit);

    @Select("SELECT * FROM coupon_template WHERE id > #{after} ORDER BY id LIMIT #{limit}")
    List<CouponTemplateRow> page(@Param("after") long after, @Param("limit") int limit);

    @Select("""
            <script>SELECT * FROM coupon_template WHERE id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    List<CouponTemplateRow> byIds(@Param("ids") Collection<Long> ids);

    /** Everything of a draft; of a live template only what may still change is different. */
    @Update("""
            UPDATE coupon_template
            SET name = #{to.name}, kind = #{to.kind}, settings = #{to.settings}, scope = #{to.scope},
                stack_category = #{to.stackCategory}, stack_per_category = #{to.stackPerCategory},
                stack_exclusive = #{to.stackExclusive}, zone = #{to.zone}, valid_from_date = #{to.validFromDate},
                valid_to_date = #{to.validToDate}, valid_days = #{to.validDays}, limit_total = #{to.limitTotal},
                limit_per_member = #{to.limitPerMember}, limit_per_day = #{to.limitPerDay}, claimable = #{to.claimable},
                new_members_only = #{to.newMembersOnly}, issue_on = #{to.issueOn}, issue_min_paid = #{to.issueMinPaid},
                stack_groups = #{to.stackGroups}, audience = #{to.audience}, version = version + 1,
                state = #{to.state}, updated_at = #{to.updatedAt}
            WHERE id = #{to.id} AND state = #{was} AND version = #{to.version} AND (#{to.limitTotal} IS NULL OR issued <= #{to.limitTotal})
            """)
    int change(@Param("to") CouponTemplateRow to, @Param("was") CouponTemplateState was);

    @Update("""
            UPDATE coupon_template SET issued = issued + 1
            WHERE id = #{id} AND state = 'LIVE' AND (limit_total IS NULL OR issued < limit_total)
            """)
    int takeOne(@Param("id") long id);

    @Insert("INSERT IGNORE INTO coupon_member_quota (template_id, member_key, taken) VALUES (#{id}, #{member}, 0)")
    int openMemberQuota(@Param("id") long id, @Param("member") long member);

    @Update("""
            UPDATE coupon_member_quota SET taken = taken + 1
            WHERE template_id = #{id} AND member_key = #{member} AND taken < #{most}
            """)
    int takeMemberQuota(@Param("id") long id, @Param("member") long member, @Param("most") int most);

    @Insert("INSERT IGNORE INTO coupon_day_quota (template_id, calendar_date, taken) VALUES (#{id}, #{date}, 0)")
    int openDayQuota(@Param("id") long id, @Param("date") LocalDate date);

    @Update("""
            UPDATE coupon_day_quota SET taken = taken + 1
            WHERE template_id = #{id} AND calendar_date = #{date} AND taken < #{most}
            """)
    int takeDayQuota(@Param("id") long id, @Param("date") LocalDate date, @Param("most") long most);

    @Insert("""
            INSERT IGNORE INTO known_member (member_key, first_order, history, noted_at)
            VALUES (#{member}, NULL, #{history}, #{now})
            """)
    int noteJoined(@Param("member") long member, @Param("history") boolean history, @Param("now") Instant now);

    @Insert("""
            INSERT INTO known_member (member_key, first_order, history, noted_at) VALUES (#{member}, #{order}, 0, #{now})
            ON DUPLICATE KEY UPDATE first_order = COALESCE(first_order, VALUES(first_order))
            """)
    int noteOrder(@Param("member") long member, @Param("order") long order, @Param("now") Instant now);

    @Select("""
            SELECT COUNT(*) FROM known_member
            WHERE member_key = #{member} AND (history = 1 OR first_order IS NOT NULL)
            """)
    int boughtBefore(@Param("member") long member);
}
