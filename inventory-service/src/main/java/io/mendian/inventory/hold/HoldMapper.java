package io.mendian.inventory.hold;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface HoldMapper {

    @Insert("""
            INSERT INTO stock_hold (hold_id, store_id, state, expires_at, created_at, settled_at)
            VALUES (#{holdId}, #{storeId}, #{state}, #{expiresAt}, #{createdAt}, #{settledAt})
            """)
    int insert(HoldRow row);

    /** Makes a MISSING hold, or leaves the one that is there; locks it either way. */
    @Insert("""
            INSERT INTO stock_hold (hold_id, store_id, state, expires_at, created_at)
            VALUES (#{holdId}, #{storeId}, 'MISSING', #{now}, #{now})
            ON DUPLICATE KEY UPDATE hold_id = #{holdId}
            """)
    void insertMissing(long holdId, @Nullable Long storeId, Instant now);

    @Select("""
            SELECT hold_id, store_id, state, expires_at, created_at, settled_at
            FROM stock_hold WHERE hold_id = #{holdId} FOR UPDATE
            """)
    @Nullable
    HoldRow lock(long holdId);

    /** A current read; the lines never change and their hold is locked. */
    @Select("""
            SELECT hold_id, sku_id, quantity FROM stock_hold_line WHERE hold_id = #{holdId} ORDER BY sku_id FOR UPDATE
            """)
    List<HoldLineRow> lines(long holdId);

    @Update("""
            UPDATE stock_hold SET state = #{to}, settled_at = #{at} WHERE hold_id = #{holdId} AND state = #{from}
            """)
    int move(long holdId, HoldStatus from, HoldStatus to, Instant at);

    @Insert("""
            INSERT INTO stock_shortage (order_id, sku_id, store_id, wanted, taken, hold_state, noticed_at)
            VALUES (#{orderId}, #{skuId}, #{storeId}, #{wanted}, #{taken}, #{holdState}, #{noticedAt})
            """)
    int insertShortage(ShortageRow row);
}
