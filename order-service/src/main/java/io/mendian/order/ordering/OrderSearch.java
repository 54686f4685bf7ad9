package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are wanted. {@code stores} null is every store; {@code before} is the last order of the page seen.
 *
 * @param limit 1 to 200
 */
public record OrderSearch(
        @Nullable Set<StoreId> stores,
        @Nullable MemberKey member,
        @Nullable OrderStatus status,
        @Nullable FulfilmentStatus fulfilment,
        @Nullable LocalDate businessDate,
        @Nullable OrderId before,
        int limit) {

    public OrderSearch {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("limit must be 1 to 200");
        }
    }

    List<String> conditions(Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (stores != null) {
            conditions.add(stores.isEmpty() ? "1 = 0" : "store_id IN (:stores)");
            values.put("stores", stores.stream().map(StoreId::value).toList());
        }
        if (member != null) {
            conditions.add("member_key = :member");
            values.put("member", member.value());
        }
        if (status != null) {
            conditions.add("status = :status");
            values.put("status", status.name());
        }
        if (fulfilment != null) {
            conditions.add("fulfilment = :fulfilment");
            values.put("fulfilment", fulfilment.name());
        }
        if (businessDate != null) {
            conditions.add("business_date = :date");
            values.put("date", businessDate);
        }
        if (before != null) {
            conditions.add("id < :before");
            values.put("before", before.value());
        }
        return conditions;
    }
}
