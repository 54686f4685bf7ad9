package io.mendian.order.reconcile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads of bills and differences, newest first. */
@Component
public class ReconcileQueries {

    private final Bills bills;

    ReconcileQueries(Bills bills) {
        this.bills = bills;
    }

    /** Bills of days before {@code before}. */
    public List<ChannelBill> bills(@Nullable LocalDate before, int limit) {
        return bills.page(before == null ? LocalDate.of(9999, 1, 1) : before, limit);
    }

    public List<Difference> differences(Difference.@Nullable Status status, @Nullable Long before, int limit) {
        return bills.differences(status, before, limit);
    }
}
