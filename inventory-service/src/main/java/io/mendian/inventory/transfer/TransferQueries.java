package io.mendian.inventory.transfer;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads transfers of a store, those it sent and those it gets. */
@Component
public class TransferQueries {

    private final TransferMapper transfers;
    private final JdbcClient jdbc;

    TransferQueries(TransferMapper transfers, JdbcClient jdbc) {
        this.transfers = transfers;
        this.jdbc = jdbc;
    }

    /** A transfer that begins or ends in a store within reach; any other answers like a missing one. */
    public TransferView require(long id, Predicate<StoreId> reach) {
        TransferRow row = transfers.find(id);
        if (row == null || !(reach.test(StoreId.of(row.fromStoreId())) || reach.test(StoreId.of(row.toStoreId())))) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return TransferView.of(row, transfers.lines(id));
    }

    /** Newest first; {@code before} is the id of the last transfer seen. */
    public List<TransferView> ofStore(StoreId store, long before, int limit) {
        return jdbc
                .sql("""
                        SELECT id FROM stock_transfer
                        WHERE id < :before AND (from_store_id = :store OR to_store_id = :store)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("store", store.value())
                .param("limit", limit)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> require(id, reached -> true))
                .toList();
    }
}
