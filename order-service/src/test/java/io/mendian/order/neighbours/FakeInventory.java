package io.mendian.order.neighbours;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.client.InventoryClient;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.testkit.NeighbourContract;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** inventory-service as checkout sees it: plenty of everything unless a test says otherwise. */
@Component
@Primary
public class FakeInventory implements InventoryClient {

    private final Map<SkuId, Long> stock = new ConcurrentHashMap<>();
    private final Map<String, StockHoldRequest> holds = new ConcurrentHashMap<>();
    private final Set<StoreId> away = ConcurrentHashMap.newKeySet();
    private final Map<StoreId, Runnable> meanwhile = new ConcurrentHashMap<>();

    private final NeighbourContract contract;

    FakeInventory(NeighbourContract contract) {
        this.contract = contract;
    }

    public void has(SkuId sku, long pieces) {
        stock.put(sku, pieces);
    }

    public void isAwayFor(StoreId store, boolean isAway) {
        if (isAway) {
            away.add(store);
        } else {
            away.remove(store);
        }
    }

    /** Something else happens once between the next hold of this store and its answer. */
    public void whileHolding(StoreId store, Runnable other) {
        meanwhile.put(store, other);
    }

    public boolean holds(String id) {
        return holds.containsKey(id);
    }

    public long held(SkuId sku) {
        return holds.values().stream()
                .flatMap(hold -> hold.lines().stream())
                .filter(pieces -> pieces.skuId().equals(sku))
                .mapToLong(Pieces::quantity)
                .sum();
    }

    @Override
    public synchronized void hold(StockHoldRequest request) {
        contract.posted("inventory-service", "/internal/v1/holds", request);
        Hops.made("inventory hold");
        if (away.contains(request.storeId())) {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "inventory-service");
        }
        if (holds.containsKey(request.holdId())) {
            return;
        }
        for (Pieces pieces : request.lines()) {
            Long known = stock.get(pieces.skuId());
            if (known != null && known - held(pieces.skuId()) < pieces.quantity()) {
                throw new FakeMembers.Refusal("NOT_ENOUGH_STOCK", 409)
                        .with("skuId", pieces.skuId().text(), "left", known - held(pieces.skuId()));
            }
        }
        holds.put(request.holdId(), request);
        Runnable other = meanwhile.remove(request.storeId());
        if (other != null) {
            other.run();
        }
    }

    @Override
    public synchronized void release(String holdId) {
        holds.remove(holdId);
    }
}
