package io.mendian.booking.place;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PlaceMapper {

    /** The version is set last: the earlier assignments still compare with the old one. An older version changes nothing. */
    @Insert("""
            INSERT INTO service_copy (sku_id, version, kind, name, duration_minutes, active)
            VALUES (#{skuId}, #{version}, #{kind}, #{name}, #{durationMinutes}, #{active})
            ON DUPLICATE KEY UPDATE
                kind = IF(VALUES(version) > version, VALUES(kind), kind),
                name = IF(VALUES(version) > version, VALUES(name), name),
                duration_minutes = IF(VALUES(version) > version, VALUES(duration_minutes), duration_minutes),
                active = IF(VALUES(version) > version, VALUES(active), active),
                version = GREATEST(VALUES(version), version)
            """)
    void putService(ServiceRow row);

    @Insert("""
            INSERT INTO store_copy (store_id, name, zone, active, changed_at)
            VALUES (#{storeId}, #{name}, #{zone}, #{active}, #{changedAt})
            ON DUPLICATE KEY UPDATE
                name = IF(VALUES(changed_at) > changed_at, VALUES(name), name),
                zone = IF(VALUES(changed_at) > changed_at, VALUES(zone), zone),
                active = IF(VALUES(changed_at) > changed_at, VALUES(active), active),
                changed_at = GREATEST(VALUES(changed_at), changed_at)
            """)
    void putStore(long storeId, String name, String zone, boolean active, Instant changedAt);

    @Select("SELECT sku_id, version, kind, name, duration_minutes, active FROM service_copy WHERE sku_id = #{skuId}")
    @Nullable
    ServiceRow findService(long skuId);

    @Select("SELECT store_id, name, zone, active FROM store_copy WHERE store_id = #{storeId}")
    @Nullable
    StoreRow findStore(long storeId);

    @Select("""
            SELECT sku_id, needs_place, opens_days_before, closes_minutes_before, cancel_minutes_before, card_use
            FROM service_rule WHERE sku_id = #{skuId}
            """)
    @Nullable
    RuleRow findRule(long skuId);

    @Insert("""
            INSERT INTO service_rule
                (sku_id, needs_place, opens_days_before, closes_minutes_before, cancel_minutes_before, card_use)
            VALUES (#{skuId}, #{needsPlace}, #{opensDaysBefore}, #{closesMinutesBefore}, #{cancelMinutesBefore},
                #{cardUse})
            ON DUPLICATE KEY UPDATE needs_place = #{needsPlace}, opens_days_before = #{opensDaysBefore},
                closes_minutes_before = #{closesMinutesBefore}, cancel_minutes_before = #{cancelMinutesBefore},
                card_use = #{cardUse}
            """)
    void putRule(RuleRow row);
}
