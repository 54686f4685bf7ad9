package io.mendian.marketing.campaign;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface BargainMapper extends BaseMapper<BargainRow> {

    @Select("SELECT * FROM bargain WHERE id = #{id} FOR UPDATE")
    @Nullable
    BargainRow lock(@Param("id") long id);

    /** Makes room for another bargain of the member, when the time of the one he had is over. */
    @Update("""
            UPDATE bargain SET state = 'OVER', live_of = NULL
            WHERE offer_id = #{offer} AND live_of = #{member} AND state = 'OPEN' AND ends_at <= #{now}
            """)
    int over(@Param("offer") long offer, @Param("member") long member, @Param("now") Instant now);

    @Update("""
            UPDATE bargain SET price_minor = price_minor - #{cut}, cuts_made = cuts_made + 1
            WHERE id = #{id} AND state = 'OPEN' AND price_minor = #{was} AND price_minor - #{cut} >= floor_minor
              AND cuts_made < cuts_most
            """)
    int cut(@Param("id") long id, @Param("was") long was, @Param("cut") long cut);

    @Update("""
            UPDATE bargain SET state = 'ORDERED'
            WHERE id = #{id} AND offer_id = #{offer} AND member_key = #{member} AND state = 'OPEN'
              AND price_minor = #{price} AND ends_at > #{now}
            """)
    int order(
            @Param("id") long id,
            @Param("offer") long offer,
            @Param("member") long member,
            @Param("price") long price,
            @Param("now") Instant now);

    @Update("UPDATE bargain SET state = 'OPEN' WHERE id = #{id} AND state = 'ORDERED'")
    int free(@Param("id") long id);

    @Update("UPDATE bargain SET state = 'BOUGHT', live_of = NULL WHERE id = #{id} AND state = #{was}")
    int buy(@Param("id") long id, @Param("was") BargainState was);

    @Select("SELECT price_minor FROM bargain_help WHERE bargain_id = #{id} AND helper_key = #{helper}")
    @Nullable
    Long helped(@Param("id") long id, @Param("helper") long helper);

    @Insert("""
            INSERT INTO bargain_help (bargain_id, helper_key, cut_minor, price_minor, helped_at)
            VALUES (#{id}, #{helper}, #{cut}, #{price}, #{now})
            """)
    int help(
            @Param("id") long id,
            @Param("helper") long helper,
            @Param("cut") long cut,
            @Param("price") long price,
            @Param("now") Instant now);

    @Insert("""
            INSERT IGNORE INTO bargain_helper_day (offer_id, helper_key, helped_on, helps)
            VALUES (#{offer}, #{helper}, #{day}, 0)
            """)
    int openDay(@Param("offer") long offer, @Param("helper") long helper, @Param("day") LocalDate day);

    @Update("""
            UPDATE bargain_helper_day SET helps = helps + 1
            WHERE offer_id = #{offer} AND helper_key = #{helper} AND helped_on = #{day} AND helps < #{most}
            """)
    int countDay(
            @Param("offer") long offer,
            @Param("helper") long helper,
            @Param("day") LocalDate day,
            @Param("most") int most);
}
