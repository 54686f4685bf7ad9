package io.mendian.marketing.product;

import io.mendian.kernel.SkuId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads of products. */
@Component
public class ProductQueries {

    private final KnownSkuMapper mapper;

    ProductQueries(KnownSkuMapper mapper) {
        this.mapper = mapper;
    }

    /** The floors that headquarters has set for these products, per piece. */
    public Map<SkuId, Long> floors(Collection<SkuId> skus) {
        Set<Long> ids = skus.stream().map(SkuId::value).collect(Collectors.toSet());
        Map<SkuId, Long> floors = new HashMap<>();
        if (!ids.isEmpty()) {
            mapper.floors(ids).forEach(row -> {
                if (row.floorMinor() != null) {
                    floors.put(SkuId.of(row.skuId()), row.floorMinor());
                }
            });
        }
        return floors;
    }

    /** Active products, those first that leave the least room for a discount. */
    public List<KnownSku> scarcest(int limit) {
        return mapper.scarcest(limit).stream().map(KnownSku::of).toList();
    }

    public KnownSku require(SkuId sku) {
        KnownSkuRow row = mapper.selectById(sku.value());
        if (row == null) {
            throw ProductProblem.SKU_UNKNOWN.with();
        }
        return KnownSku.of(row);
    }

    public List<KnownSku> priced(long after, int limit) {
        return mapper.priced(after, limit).stream().map(KnownSku::of).toList();
    }
}
