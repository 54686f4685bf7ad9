package io.mendian.marketing.budget;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PeriodQuotaMapper {

    @Insert("""
            INSERT IGNORE INTO promotion_period_quota (promotion_id, period, begins, kept_minor, kept_uses)
            VALUES (#{id}, #{period}, #{begins}, 0, 0)
            """)
    int open(@Param("id") long id, @Param("period") Period period, @Param("begins") LocalDate begins);

    @Update("""
            UPDATE promotion_period_quota SET kept_minor = kept_minor + #{minor}, kept_uses = kept_uses + 1
            WHERE promotion_id = #{id} AND period = #{period} AND begins = #{begins}
              AND (#{mostMinor} IS NULL OR kept_minor + #{minor} <= #{mostMinor})
              AND (#{mostUses} IS NULL OR kept_uses < #{mostUses})
            """)
    int keep(
            @Param("id") long id,
            @Param("period") Period period,
            @Param("begins") LocalDate begins,
            @Param("minor") long minor,
            @Param("mostMinor") @Nullable Long mostMinor,
            @Param("mostUses") @Nullable Long mostUses);

    @Update("""
            UPDATE promotion_period_quota SET kept_minor = kept_minor - #{minor}, kept_uses = kept_uses - 1
            WHERE promotion_id = #{id} AND period = #{period} AND begins = #{begins}
              AND kept_minor >= #{minor} AND kept_uses >= 1
            """)
    int giveBack(
            @Param("id") long id,
            @Param("period") Period period,
            @Param("begins") LocalDate begins,
            @Param("minor") long minor);

    /** Of several promotions, the rows of one day and of one week. */
    @Select("""
            <script>SELECT promotion_id, period, begins, kept_minor, kept_uses FROM promotion_period_quota
            WHERE ((period = 'DAY' AND begins = #{day}) OR (period = 'WEEK' AND begins = #{monday})) AND promotion_id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    List<PeriodQuotaRow> of(
            @Param("ids") Collection<Long> ids, @Param("day") LocalDate day, @Param("monday") LocalDate monday);
}
