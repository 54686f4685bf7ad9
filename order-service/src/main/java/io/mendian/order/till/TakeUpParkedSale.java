package io.mendian.order.till;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.client.InventoryClient;
import io.mendian.runtime.persistence.UseCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a parked basket up again, at any till of the store, once, or throws it away; the stock it held is free for the
 * sale that follows. Where inventory-service is away the hold ends at its deadline.
 */
@UseCase
public class TakeUpParkedSale {

    private static final Logger LOG = LoggerFactory.getLogger(TakeUpParkedSale.class);

    private final ParkedSales parkedSales;
    private final InventoryClient inventory;

    TakeUpParkedSale(ParkedSales parkedSales, InventoryClient inventory) {
        this.parkedSales = parkedSales;
        this.inventory = inventory;
    }

    /** {@code operation} is the same for every try of one request. */
    public ParkedSale take(StoreId store, long id, long operation, StaffId by) {
        ParkedSale sale = parkedSales.take(store, id, operation, by);
        free(sale);
        return sale;
    }

    public void discard(StoreId store, long id) {
        parkedSales.find(store, id).ifPresent(this::free);
        parkedSales.delete(store, id);
    }

    private void free(ParkedSale sale) {
        if (sale.heldUntil() == null) {
            return;
        }
        try {
            inventory.release(sale.parkedSaleId());
        } catch (RuntimeException e) {
            LOG.info("the hold of parked sale {} ends by itself: {}", sale.parkedSaleId(), e.toString());
        }
    }
}
