package io.mendian.inventory.stock;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface StockMapper {

    @Update("""
            UPDATE stock SET reserved = reserved + #{quantity}
            WHERE store_id = #{storeId} AND sku_id = #{skuId} AND on_hand - reserved >= #{quantity}
            """)
    int reserve(long storeId, long skuId, long quantity);

    @Update("""
            UPDATE stock SET reserved = reserved - #{quantity}
            WHERE store_id = #{storeId} AND sku_id = #{skuId} AND reserved >= #{quantity}
            """)
    int unreserve(long storeId, long skuId, long quantity);

    /** Takes pieces away, so many of them out of what was reserved, the rest out of what is available. */
    @Update("""
            UPDATE stock SET on_hand = on_hand - #{quantity}, reserved = reserved - #{fromReserved}
            WHERE store_id = #{storeId} AND sku_id = #{skuId}
              AND reserved >= #{fromReserved} AND on_hand - reserved >= #{quantity} - #{fromReserved}
            """)
    int take(long storeId, long skuId, long quantity, long fromReserved);

    @Update("""
            UPDATE stock SET on_hand = on_hand + #{quantity} WHERE store_id = #{storeId} AND sku_id = #{skuId}
            """)
    int put(long storeId, long skuId, long quantity);

    /** Makes the row of a SKU that was never in the store; leaves an existing one as it is. */
    @Insert("""
            INSERT INTO stock (store_id, sku_id, on_hand, reserved) VALUES (#{storeId}, #{skuId}, 0, 0)
            ON DUPLICATE KEY UPDATE on_hand = on_hand
            """)
    void open(long storeId, long skuId);

    /** What the last commits left; nothing is locked. */
    @Select("""
            <script>
            SELECT sku_id, on_hand, reserved, safety, low FROM stock
            WHERE store_id = #{storeId}
              AND sku_id IN <foreach collection="skuIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<StockRow> read(long storeId, Collection<Long> skuIds);

    /** Locks in SKU order. */
    @Select("""
            <script>
            SELECT sku_id, on_hand, reserved, safety, low FROM stock
            WHERE store_id = #{storeId}
              AND sku_id IN <foreach collection="skuIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY sku_id FOR UPDATE
            </script>
            """)
    List<StockRow> lock(long storeId, Collection<Long> skuIds);

    @Update("""
            UPDATE stock SET low = #{low} WHERE store_id = #{storeId} AND sku_id = #{skuId} AND low <> #{low}
            """)
    int setLow(long storeId, long skuId, boolean low);

    @Update("""
            UPDATE stock SET safety = #{safety} WHERE store_id = #{storeId} AND sku_id = #{skuId}
            """)
    int setSafety(long storeId, long skuId, @Nullable Long safety);

    @Insert("""
            INSERT INTO stock_document
                (id, store_id, kind, document_no, content, reason, supplier, note, staff_id, booked_at)
            VALUES (#{id}, #{storeId}, #{kind}, #{documentNo}, #{content}, #{reason}, #{supplier}, #{note},
                #{staffId}, #{bookedAt})
            """)
    int insertDocument(DocumentRow row);

    @Select("""
            SELECT id, store_id, kind, document_no, content, reason, supplier, note, staff_id, booked_at
            FROM stock_document
            WHERE store_id = #{storeId} AND kind = #{kind} AND document_no = #{documentNo} FOR UPDATE
            """)
    DocumentRow lockDocument(long storeId, DocumentType kind, String documentNo);

    @Insert("""
            <script>
            INSERT INTO stock_movement
                (id, store_id, sku_id, document_type, document_id, line_no, delta, unit_cost_minor, moved_at)
            VALUES <foreach collection="rows" item="r" separator=",">
                (#{r.id}, #{r.storeId}, #{r.skuId}, #{r.documentType}, #{r.documentId}, #{r.lineNo}, #{r.delta},
                 #{r.unitCostMinor}, #{r.movedAt})
            </foreach>
            </script>
            """)
    int insertMovements(List<MovementRow> rows);
}
