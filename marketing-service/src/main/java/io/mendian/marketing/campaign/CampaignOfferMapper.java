package io.mendian.marketing.campaign;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CampaignOfferMapper extends BaseMapper<CampaignOfferRow> {

    /** An offer that has ended stays as it is. */
    @Update("UPDATE campaign_offer SET until_at = #{now} WHERE id = #{id} AND until_at > #{now}")
    int end(@Param("id") long id, @Param("now") Instant now);

    /** Pieces for a seat; who joins a group that runs may do so after the offer's end. */
    @Update("""
            UPDATE campaign_offer SET kept = kept + #{pieces}
            WHERE id = #{id} AND kept + #{pieces} <= allotment
              AND (#{anyTime} OR (from_at <= #{now} AND until_at > #{now}))
            """)
    int keep(
            @Param("id") long id,
            @Param("pieces") long pieces,
            @Param("anyTime") boolean anyTime,
            @Param("now") Instant now);

    @Update("UPDATE campaign_offer SET kept = kept - #{pieces} WHERE id = #{id} AND kept >= #{pieces}")
    int giveBack(@Param("id") long id, @Param("pieces") long pieces);

    @Insert("""
            INSERT IGNORE INTO campaign_member_quota (offer_id, member_key, kept) VALUES (#{id}, #{member}, 0)
            """)
    int openMember(@Param("id") long id, @Param("member") long member);

    @Update("""
            UPDATE campaign_member_quota SET kept = kept + #{pieces}
            WHERE offer_id = #{id} AND member_key = #{member} AND kept + #{pieces} <= #{most}
            """)
    int keepMember(
            @Param("id") long id, @Param("member") long member, @Param("pieces") long pieces, @Param("most") long most);

    @Update("""
            UPDATE campaign_member_quota SET kept = kept - #{pieces}
            WHERE offer_id = #{id} AND member_key = #{member} AND kept >= #{pieces}
            """)
    int giveBackMember(@Param("id") long id, @Param("member") long member, @Param("pieces") long pieces);

    @Select("SELECT kept FROM campaign_member_quota WHERE offer_id = #{id} AND member_key = #{member}")
    @Nullable
    Long keptOfMember(@Param("id") long id, @Param("member") long member);

    @Select("""
            SELECT * FROM campaign_offer WHERE from_at <= #{now} AND until_at > #{now}
              AND (store_ids = '' OR FIND_IN_SET(#{store}, store_ids) > 0)
              AND (#{kind} IS NULL OR kind = #{kind}) AND id < #{before}
            ORDER BY id DESC LIMIT #{limit}
            """)
    List<CampaignOfferRow> running(
            @Param("store") String store,
            @Param("kind") @Nullable CampaignKind kind,
            @Param("now") Instant now,
            @Param("before") long before,
            @Param("limit") int limit);

    @Select("SELECT * FROM campaign_offer WHERE id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<CampaignOfferRow> page(@Param("before") long before, @Param("limit") int limit);
}
