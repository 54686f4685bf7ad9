package io.mendian.order.catalogue;

import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.ImportReport.RowFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an uploaded table means for the catalogue: rows to save, and faults. */
record ImportPlan(List<Planned> good, List<RowFault> faults, List<String> ignoredColumns) {

    /** A row without faults; {@code newId} names the SKU when its code is new. */
    record Planned(int row, SkuId newId, @Nullable Sku existing, SkuContent content) {}
}
