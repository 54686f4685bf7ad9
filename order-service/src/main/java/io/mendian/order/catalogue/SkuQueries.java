package io.mendian.order.catalogue;

import io.mendian.kernel.SkuId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads of the catalogue. SKUs are kept in memory together with their version; a read asks the database for the versions
 * only, and loads what has changed, so that a price change is seen by the next call on every node.
 */
@Component
public class SkuQueries {

    private static final int MOST_KEPT = 20_000;

    private final Skus skus;
    private final Map<SkuId, Sku> kept = new ConcurrentHashMap<>();

    SkuQueries(Skus skus) {
        this.skus = skus;
    }

    /** These SKUs, sold or retired; SKU_NOT_FOUND names those that do not exist. */
    public Map<SkuId, Sku> require(Collection<SkuId> ids) {
        Map<SkuId, Sku> found = find(ids);
        String missing = ids.stream()
                .filter(id -> !found.containsKey(id))
                .distinct()
                .map(SkuId::text)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw SkuProblem.SKU_NOT_FOUND.with("skus", missing);
        }
        return found;
    }

    public Sku require(SkuId id) {
        Sku sku = find(List.of(id)).get(id);
        if (sku == null) {
            throw SkuProblem.SKU_NOT_FOUND.with("skus", id.text());
        }
        return sku;
    }

    /** The active or retired SKU that carries this barcode. */
    public Optional<Sku> byBarcode(String barcode) {
        return skus.ownerOf(barcode).map(this::require);
    }

    public SkuPage page(SkuSearch search) {
        List<Sku> found = skus.page(search);
        if (found.size() <= search.limit()) {
            return new SkuPage(found, null);
        }
        List<Sku> items = found.subList(0, search.limit());
        return new SkuPage(items, items.getLast().code());
    }

    /** Categories with products on sale, at most 200. */
    public List<String> categories() {
        return skus.categories(SkuSearch.MOST);
    }

    private Map<SkuId, Sku> find(Collection<SkuId> ids) {
        Map<SkuId, Long> versions = skus.versions(ids);
        Map<SkuId, Sku> found = new HashMap<>();
        List<SkuId> changed = new ArrayList<>();
        versions.forEach((id, version) -> {
            Sku known = kept.get(id);
            if (known != null && known.version() == version) {
                found.put(id, known);
            } else {
                changed.add(id);
            }
        });
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        for (Sku sku : skus.byIds(changed)) {
            kept.put(sku.id(), sku);
            found.put(sku.id(), sku);
        }
        return found;
    }
}
