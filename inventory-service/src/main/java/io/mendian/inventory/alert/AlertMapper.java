package io.mendian.inventory.alert;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface AlertMapper extends BaseMapper<AlertRow> {

    @Update("UPDATE stock_alert SET seen_at = #{at}, seen_by = #{by} WHERE id = #{id} AND seen_at IS NULL")
    int markSeen(long id, Instant at, long by);
}
