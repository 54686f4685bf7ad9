package io.mendian.analytics.report;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns a caller's reach into the stores of a report. A store out of scope answers like one that does not exist. */
@Component
public class ReportScopes {

    private final JdbcClient jdbc;

    ReportScopes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One store, or all that the caller reaches; who has signed in to a store sees that store. */
    public ReportScope of(Caller caller, @Nullable Long store, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (caller.realm() == Realm.STAFF && store == null) {
            return ownStore(caller, from, to);
        }
        return new ReportScope(stores(caller, store == null ? null : StoreId.of(store)), from, to);
    }

    /** A store's own figures. */
    public ReportScope ownStore(Caller caller, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new ReportScope(List.of(caller.requireStore().value()), from, to);
    }

    private @Nullable List<Long> stores(Caller caller, @Nullable StoreId store) {
        if (store != null) {
            caller.requireReach(store);
            if (!exists(store)) {
                throw CommonProblem.NOT_FOUND.with();
            }
            return List.of(store.value());
        }
        return caller.chainWide()
                ? null
                : caller.stores().stream().map(StoreId::value).sorted().toList();
    }

    private boolean exists(StoreId store) {
        return !jdbc.sql("SELECT store_id FROM dim_store WHERE store_id = :store")
                .param("store", store.value())
                .query(Long.class)
                .list()
                .isEmpty();
    }
}
