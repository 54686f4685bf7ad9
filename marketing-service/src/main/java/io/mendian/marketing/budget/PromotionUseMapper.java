package io.mendian.marketing.budget;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PromotionUseMapper extends BaseMapper<PromotionUseRow> {

    @Select("SELECT * FROM promotion_use WHERE order_id = #{order} ORDER BY promotion_id")
    List<PromotionUseRow> ofOrder(@Param("order") long order);

    @Select("SELECT * FROM promotion_use WHERE order_id = #{order} ORDER BY promotion_id FOR UPDATE")
    List<PromotionUseRow> lock(@Param("order") long order);

    @Update("""
            UPDATE promotion_use SET state = #{to}
            WHERE order_id = #{order} AND promotion_id = #{promotion} AND state = #{was}
            """)
    int move(
            @Param("order") long order,
            @Param("promotion") long promotion,
            @Param("was") PromotionUseState was,
            @Param("to") PromotionUseState to);

    @Update("""
            UPDATE promotion_use SET counted = #{counted}, counted_on = #{day}
            WHERE order_id = #{order} AND promotion_id = #{promotion}
            """)
    int count(
            @Param("order") long order,
            @Param("promotion") long promotion,
            @Param("counted") boolean counted,
            @Param("day") @Nullable LocalDate day);
}
