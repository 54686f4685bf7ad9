package io.mendian.inventory.product;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface ProductMapper {

    String SKU = "SELECT sku_id, version, code, kind, name, category, unit, active FROM sku ";

    /** The version is set last: the earlier assignments still compare with the old one. An older version changes nothing. */
    @Insert("""
            INSERT INTO sku (sku_id, version, code, kind, name, category, unit, active)
            VALUES (#{skuId}, #{version}, #{code}, #{kind}, #{name}, #{category}, #{unit}, #{active})
            ON DUPLICATE KEY UPDATE
                code = IF(VALUES(version) > version, VALUES(code), code),
                kind = IF(VALUES(version) > version, VALUES(kind), kind),
                name = IF(VALUES(version) > version, VALUES(name), name),
                category = IF(VALUES(version) > version, VALUES(category), category),
                unit = IF(VALUES(version) > version, VALUES(unit), unit),
                active = IF(VALUES(version) > version, VALUES(active), active),
                version = GREATEST(VALUES(version), version)
            """)
    void putSku(SkuRow row);

    /** A current read: the row is ours since {@link #putSku}. */
    @Select("SELECT version FROM sku WHERE sku_id = #{skuId} FOR UPDATE")
    long versionOf(long skuId);

    @Delete("DELETE FROM sku_barcode WHERE sku_id = #{skuId}")
    void forgetBarcodes(long skuId);

    @Insert("INSERT INTO sku_barcode (barcode, sku_id) VALUES (#{barcode}, #{skuId})")
    void addBarcode(String barcode, long skuId);

    @Select(SKU + "WHERE sku_id = #{skuId}")
    @Nullable
    SkuRow findSku(long skuId);

    @Select(SKU + """
            WHERE sku_id IN (SELECT sku_id FROM sku_barcode WHERE barcode = #{barcode})
            ORDER BY active DESC, sku_id LIMIT 2
            """)
    List<SkuRow> findByBarcode(String barcode);

    @Insert("""
            INSERT INTO store (store_id, code, name, kind, zone, active, changed_at)
            VALUES (#{storeId}, #{code}, #{name}, #{kind}, #{zone}, #{active}, #{changedAt})
            ON DUPLICATE KEY UPDATE
                code = IF(VALUES(changed_at) > changed_at, VALUES(code), code),
                name = IF(VALUES(changed_at) > changed_at, VALUES(name), name),
                kind = IF(VALUES(changed_at) > changed_at, VALUES(kind), kind),
                zone = IF(VALUES(changed_at) > changed_at, VALUES(zone), zone),
                active = IF(VALUES(changed_at) > changed_at, VALUES(active), active),
                changed_at = GREATEST(VALUES(changed_at), changed_at)
            """)
    void putStore(long storeId, String code, String name, String kind, String zone, boolean active, Instant changedAt);

    @Select("SELECT name FROM store WHERE store_id = #{storeId}")
    @Nullable
    String storeName(long storeId);
}
