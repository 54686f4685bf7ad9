package io.mendian.inventory.stock;

import io.mendian.inventory.alert.AlertKind;
import io.mendian.inventory.alert.RaiseAlert;
import io.mendian.kernel.SkuId;
import org.springframework.stereotype.Component;

/** Alerts once when a quantity on hand falls below its safety stock, and again only after it had recovered. */
@Component
class SafetyWatch {

    private final StockMapper stock;
    private final RaiseAlert raiseAlert;

    SafetyWatch(StockMapper stock, RaiseAlert raiseAlert) {
        this.stock = stock;
        this.raiseAlert = raiseAlert;
    }

    /** The caller holds the lock of the row, so crossing and flag cannot part. */
    void look(Document cause, StockRow row) {
        boolean low = row.safety() != null && row.onHand() < row.safety();
        if (low == row.low()) {
            return;
        }
        stock.setLow(cause.storeId().value(), row.skuId(), low);
        if (low) {
            raiseAlert.raise(
                    AlertKind.BELOW_SAFETY,
                    cause.storeId(),
                    SkuId.of(row.skuId()),
                    row.onHand(),
                    cause.type() + ":" + cause.documentNo());
        }
    }
}
