package io.mendian.inventory.transfer;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface TransferMapper {

    String TRANSFER = """
            SELECT id, from_store_id, to_store_id, document_no, content, state, note, shipped_by, shipped_at,
                received_by, received_at
            FROM stock_transfer
            """;

    @Insert("""
            INSERT INTO stock_transfer
                (id, from_store_id, to_store_id, document_no, content, state, note, shipped_by, shipped_at)
            VALUES (#{id}, #{fromStoreId}, #{toStoreId}, #{documentNo}, #{content}, #{state}, #{note}, #{shippedBy},
                #{shippedAt})
            """)
    int insert(TransferRow row);

    @Insert("""
            <script>
            INSERT INTO stock_transfer_line (transfer_id, sku_id, shipped)
            VALUES <foreach collection="rows" item="r" separator=",">(#{r.transferId}, #{r.skuId}, #{r.shipped})</foreach>
            </script>
            """)
    int insertLines(List<TransferLineRow> rows);

    @Select(TRANSFER + "WHERE from_store_id = #{from} AND document_no = #{documentNo} FOR UPDATE")
    TransferRow lockByDocument(long from, String documentNo);

    @Select(TRANSFER + "WHERE id = #{id} FOR UPDATE")
    @Nullable
    TransferRow lock(long id);

    @Select(TRANSFER + "WHERE id = #{id}")
    @Nullable
    TransferRow find(long id);

    @Select("""
            SELECT transfer_id, sku_id, shipped, received FROM stock_transfer_line
            WHERE transfer_id = #{id} ORDER BY sku_id
            """)
    List<TransferLineRow> lines(long id);

    @Update("""
            UPDATE stock_transfer SET state = #{to}, received_by = #{by}, received_at = #{at}
            WHERE id = #{id} AND state = #{from}
            """)
    int move(long id, TransferStatus from, TransferStatus to, @Nullable Long by, Instant at);

    @Update("""
            UPDATE stock_transfer_line SET received = #{received}
            WHERE transfer_id = #{id} AND sku_id = #{skuId} AND received IS NULL AND shipped >= #{received}
            """)
    int receive(long id, long skuId, long received);
}
