package io.mendian.order.till;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.StockOfBasket;
import io.mendian.order.ordering.client.InventoryClient;
import io.mendian.order.shift.TillProperties;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Puts a basket aside, with its stock held for a while where that is asked for: row, hold under the row's id, deadline.
 * inventory-service ends the hold by itself. May be repeated with the same id. Calls another service between its transactions.
 */
@UseCase
public class ParkSale {

    private final ParkedSales parkedSales;
    private final StockOfBasket stock;
    private final InventoryClient inventory;
    private final TillProperties settings;
    private final Clock clock;

    ParkSale(
            ParkedSales parkedSales,
            StockOfBasket stock,
            InventoryClient inventory,
            TillProperties settings,
            Clock clock) {
        this.parkedSales = parkedSales;
        this.stock = stock;
        this.inventory = inventory;
        this.settings = settings;
        this.clock = clock;
    }

    public ParkedSale park(long id, StoreId store, String label, ParkedSale.Basket basket, boolean hold, StaffId by) {
        if (hold && settings.parkedHold().isZero()) {
            throw TillProblem.PARKED_HOLD_OFF.with();
        }
        List<InventoryClient.Pieces> pieces = hold
                ? stock.of(basket.lines().stream()
                        .map(line -> new StockOfBasket.Item(line.skuId(), line.barcode(), line.quantity()))
                        .toList())
                : List.of();
        ParkedSale sale = parkedSales.park(id, store, label, basket, by);
        if (pieces.isEmpty()) {
            return sale;
        }
        Instant until = clock.instant().plus(settings.parkedHold());
        try {
            inventory.hold(new InventoryClient.StockHoldRequest(sale.parkedSaleId(), store, until, pieces));
        } catch (ProblemException e) {
            if (e.problem().status() < 500) {
                parkedSales.delete(store, id); // refused: it is not parked either
            }
            throw e;
        }
        parkedSales.held(id, until);
        return parkedSales.find(store, id).orElse(sale);
    }
}
