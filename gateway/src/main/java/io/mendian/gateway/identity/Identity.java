package io.mendian.gateway.identity;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What member-service says of a token. */
record Identity(
        String realm,
        String subject,
        @Nullable String storeId,
        boolean chainWide,
        @Nullable List<String> storeIds,
        @Nullable List<String> rights,
        Instant expiresAt,
        boolean mustChangePassword) {

    Caller caller() {
        Set<Right> known = EnumSet.noneOf(Right.class);
        if (rights != null) {
            rights.forEach(right -> known.add(Right.valueOf(right)));
        }
        Set<StoreId> stores = storeIds == null
                ? Set.of()
                : storeIds.stream().map(StoreId::parse).collect(Collectors.toSet());
        return new Caller(
                Realm.valueOf(realm),
                subject,
                storeId == null ? null : StoreId.parse(storeId),
                chainWide,
                stores,
                known);
    }
}
