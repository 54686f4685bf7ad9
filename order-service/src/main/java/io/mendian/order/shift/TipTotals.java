package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import java.util.List;

/**
 * Tips of a shift or a day in the smallest unit, less those given back: by cash, by other means, and for whom. They are no
 * revenue and stand in no other figure but the drawer's cash.
 */
public record TipTotals(long cashMinor, long otherMinor, List<OfStaff> byStaff) {

    /** What one person gets. */
    public record OfStaff(StaffId staffId, long cashMinor, long otherMinor) {}

    public long totalMinor() {
        return cashMinor + otherMinor;
    }

    static TipTotals of(List<OfStaff> byStaff) {
        return new TipTotals(
                byStaff.stream().mapToLong(OfStaff::cashMinor).sum(),
                byStaff.stream().mapToLong(OfStaff::otherMinor).sum(),
                byStaff);
    }
}
