package io.mendian.marketing.charge;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ChargeSettingMapper extends BaseMapper<ChargeSettingRow> {

    /** The newest of the store and of the chain (store 0). */
    @Select("""
            SELECT * FROM charge_setting c
            WHERE c.store_id IN (0, #{store})
              AND c.version = (SELECT MAX(n.version) FROM charge_setting n WHERE n.store_id = c.store_id)
            """)
    List<ChargeSettingRow> newest(@Param("store") long store);
}
