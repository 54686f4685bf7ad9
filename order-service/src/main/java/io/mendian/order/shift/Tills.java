package io.mendian.order.shift;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.CommonProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tills of the stores, and which till an order or a refund is handled at. A plain table without rules. */
@Repository
public class Tills {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Tills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a till; every store has its default till without asking. */
    @Transactional
    public Till add(StoreId store, String code, String name) {
        Till till = new Till(Long.toString(Ids.next()), store, code, name, 0);
        requireDefault(store);
        try {
            insert(till);
        } catch (DuplicateKeyException e) {
            throw ShiftProblem.TILL_CODE_TAKEN.with("code", code);
        }
        return till;
    }

    /** The store's tills, at most 200. */
    @Transactional
    public List<Till> list(StoreId store) {
        requireDefault(store);
        return jdbc.sql("SELECT * FROM till WHERE store_id = ? ORDER BY code LIMIT " + MOST)
                .param(store.value())
                .query((row, n) -> new Till(
                        Long.toString(row.getLong("id")),
                        StoreId.of(row.getLong("store_id")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("z_number")))
                .list();
    }

    /** The named till of this store, or its default till; one of another store is missing. */
    public Till require(StoreId store, @Nullable String tillId) {
        boolean usual = tillId == null || tillId.equals(store.text());
        long id = usual ? requireDefault(store) : Long.parseLong(tillId);
        return find(id).filter(till -> till.storeId().equals(store)).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** Remembers that an order or a refund is handled at this till; null is the default till. The last word counts. */
    @Transactional
    public void choose(long subjectId, StoreId store, @Nullable String tillId, @Nullable String note) {
        if (tillId == null && note == null) {
            return;
        }
        Long till = tillId == null ? null : Long.valueOf(require(store, tillId).id());
        int ignored = jdbc.sql("""
                        INSERT INTO till_choice (subject_id, till_id, note) VALUES (:id, :till, :note)
                        ON DUPLICATE KEY UPDATE till_id = COALESCE(VALUES(till_id), till_id), note = COALESCE(VALUES(note), note)
                        """)
                .param("id", subjectId)
                .param("till", till)
                .param("note", note)
                .update();
    }

    /** The name of the till an order or a refund was handled at, where it is not the default till. */
    public Optional<String> nameFor(long subjectId) {
        return jdbc.sql("SELECT t.name FROM till_choice c JOIN till t ON t.id = c.till_id WHERE c.subject_id = ?")
                .param(subjectId)
                .query(String.class)
                .optional();
    }

    /** The name of the till at which an order or a refund is handled, for a person to read. */
    String nameAt(long subjectId, StoreId store) {
        return nameFor(subjectId).orElseGet(() -> require(store, null).name());
    }

    /** What the clerk noted with an order, if anything. */
    public Optional<String> noteOf(long subjectId) {
        return jdbc.sql("SELECT note FROM till_choice WHERE subject_id = ? AND note IS NOT NULL")
                .param(subjectId)
                .query(String.class)
                .optional();
    }

    Optional<Till> find(long id) {
        return jdbc.sql("SELECT * FROM till WHERE id = ?")
                .param(id)
                .query((row, n) -> new Till(
                        Long.toString(row.getLong("id")),
                        StoreId.of(row.getLong("store_id")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("z_number")))
                .optional();
    }

    /** The number of the till's next Z report; the row stays locked, so that numbers have no gap. */
    long nextZ(long tillId) {
        Guard.one(
                jdbc.sql("UPDATE till SET z_number = z_number + 1 WHERE id = ?")
                        .param(tillId)
                        .update(),
                () -> new ConcurrencyFailureException("till " + tillId + " is gone"));
        return jdbc.sql("SELECT z_number FROM till WHERE id = ? FOR UPDATE")
                .param(tillId)
                .query(Long.class)
                .single();
    }

    private long requireDefault(StoreId store) {
        if (find(store.value()).isEmpty()) {
            int ignored = jdbc.sql("""
                            INSERT INTO till (id, store_id, code, name, z_number) VALUES (?, ?, 'T1', '收银台1', 0)
                            ON DUPLICATE KEY UPDATE id = id
                            """).params(store.value(), store.value()).update();
        }
        return store.value();
    }

    private void insert(Till till) {
        int ignored = jdbc.sql("INSERT INTO till (id, store_id, code, name, z_number) VALUES (?, ?, ?, ?, 0)")
                .params(till.id(), till.storeId().value(), till.code(), till.name())
                .update();
    }
}
