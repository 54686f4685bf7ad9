package io.mendian.marketing.product;

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
interface KnownSkuMapper extends BaseMapper<KnownSkuRow> {

    @Insert("""
            INSERT IGNORE INTO known_sku (sku_id, version, name, kind, category, list_minor, active, noted_at)
            VALUES (#{sku.skuId}, 0, '', '', '', 0, 0, #{sku.notedAt})
            """)
    int open(@Param("sku") KnownSkuRow sku);

    /** An older version than the one that is known changes nothing. */
    @Update("""
            UPDATE known_sku
            SET version = #{sku.version}, name = #{sku.name}, kind = #{sku.kind}, category = #{sku.category},
                list_minor = #{sku.listMinor}, active = #{sku.active}, noted_at = #{sku.notedAt}
            WHERE sku_id = #{sku.skuId} AND version < #{sku.version}
            """)
    int note(@Param("sku") KnownSkuRow sku);

    @Update("""
            UPDATE known_sku SET floor_minor = #{floor}, cost_minor = #{cost}, noted_at = #{now} WHERE sku_id = #{id}
            """)
    int price(
            @Param("id") long id,
            @Param("floor") @Nullable Long floor,
            @Param("cost") @Nullable Long cost,
            @Param("now") Instant now);

    @Select("""
            <script>SELECT * FROM known_sku WHERE floor_minor IS NOT NULL AND sku_id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    List<KnownSkuRow> floors(@Param("ids") Collection<Long> ids);

    /** Those with the least room between list price and floor or cost come first: they are the first to be sold too cheap. */
    @Select("""
            SELECT * FROM known_sku WHERE active = 1
            ORDER BY (floor_minor IS NULL AND cost_minor IS NULL),
                list_minor - GREATEST(COALESCE(floor_minor, 0), COALESCE(cost_minor, 0)), sku_id
            LIMIT #{limit}
            """)
    List<KnownSkuRow> scarcest(@Param("limit") int limit);

    @Select("""
            SELECT * FROM known_sku
            WHERE sku_id > #{after} AND (floor_minor IS NOT NULL OR cost_minor IS NOT NULL) ORDER BY sku_id LIMIT #{limit}
            """)
    List<KnownSkuRow> priced(@Param("after") long after, @Param("limit") int limit);
}
