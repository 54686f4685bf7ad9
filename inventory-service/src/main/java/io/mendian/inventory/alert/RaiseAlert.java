package io.mendian.inventory.alert;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Writes an alert in the transaction of its cause. */
@UseCase
public class RaiseAlert {

    private static final Logger LOG = LoggerFactory.getLogger(RaiseAlert.class);
    private final AlertMapper alerts;
    private final Clock clock;

    RaiseAlert(AlertMapper alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Transactional
    public void raise(AlertKind kind, StoreId store, SkuId sku, long quantity, String reference) {
        alerts.insert(new AlertRow(
                Ids.next(), store.value(), sku.value(), kind, quantity, reference, clock.instant(), null, null));
        LOG.warn("ALARM {} store {} sku {} quantity {} by {}", kind, store, sku, quantity, reference);
    }
}
