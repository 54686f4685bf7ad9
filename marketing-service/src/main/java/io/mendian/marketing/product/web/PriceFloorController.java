package io.mendian.marketing.product.web;

import io.mendian.kernel.SkuId;
import io.mendian.marketing.product.KnownSku;
import io.mendian.marketing.product.ProductQueries;
import io.mendian.marketing.product.SetPriceFloor;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PriceFloorController {

    private static final int MOST = 200;

    private final SetPriceFloor set;
    private final ProductQueries queries;

    PriceFloorController(SetPriceFloor set, ProductQueries queries) {
        this.set = set;
        this.queries = queries;
    }

    record FloorRequest(
            @Nullable @Min(0) @Max(10_000_000_000L) Long floorMinor,
            @Nullable @Min(0) @Max(10_000_000_000L) Long costMinor) {}

    @ChainWide
    @PutMapping("/hq/v1/price-floors/{skuId}")
    @Idempotent
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "Set a product's lowest price (最低价) and its cost, per piece",
            description =
                    "No discount and no points take a piece below floorMinor; costMinor is what the check before publishing"
                            + " compares with. Absent takes it away. 404 SKU_UNKNOWN.")
    KnownSku set(@PathVariable long skuId, @Valid @RequestBody FloorRequest body) {
        set.set(SkuId.of(skuId), body.floorMinor(), body.costMinor());
        return queries.require(SkuId.of(skuId));
    }

    @GetMapping("/hq/v1/price-floors")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(
            summary = "Products with a floor or a cost, in the order of their ids",
            description = "after: the last skuId of the page before; limit 1 to 200.")
    List<KnownSku> floors(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "limit is to be between 1 and " + MOST);
        }
        return queries.priced(after, limit);
    }
}
