package io.mendian.member.store;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads stores, each caller those he reaches. */
@Component
public class StoreQueries {

    private final Stores stores;

    StoreQueries(Stores stores) {
        this.stores = stores;
    }

    /** One store, whoever asks. */
    public StoreView require(StoreId id) {
        return stores.find(id).map(StoreRow::view).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** One store; out of reach it does not exist. */
    public StoreView require(Caller caller, StoreId id) {
        caller.requireReach(id);
        return require(id);
    }

    /** The stores a caller reaches, by code, after the given one; all of a region and below when one is named. */
    public List<StoreView> list(Caller caller, @Nullable String region, String after, int limit) {
        Set<StoreId> within = null;
        if (!caller.chainWide()) {
            within = new HashSet<>(caller.stores());
            if (caller.store() != null) {
                within.add(caller.store());
            }
        }
        return stores.list(within, region == null || region.isBlank() ? null : region, after, limit).stream()
                .map(StoreRow::view)
                .toList();
    }
}
