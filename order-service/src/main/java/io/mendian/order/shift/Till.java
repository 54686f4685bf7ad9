package io.mendian.order.shift;

import io.mendian.kernel.StoreId;

/** A till of a store; {@code zNumber} is the number of its last Z report. The default till has the store's id. */
public record Till(String tillId, StoreId storeId, String code, String name, long zNumber) {

    long id() {
        return Long.parseLong(tillId);
    }
}
