package io.mendian.order.catalogue.web;

import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.ScaleLabels;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuKind;
import io.mendian.order.catalogue.SkuPage;
import io.mendian.order.catalogue.SkuProblem;
import io.mendian.order.catalogue.SkuQueries;
import io.mendian.order.catalogue.SkuSearch;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for those who buy and those who sell: active products only. */
@RestController
class CatalogueController {

    private final SkuQueries skus;
    private final ScaleLabels labels;
    private final String currency;
    private final boolean memberPricesShown;

    CatalogueController(
            SkuQueries skus,
            ScaleLabels labels,
            @Value("${mendian.currency}") String currency,
            @Value("${mendian.catalogue.member-prices-shown:true}") boolean memberPricesShown) {
        this.skus = skus;
        this.labels = labels;
        this.currency = currency;
        this.memberPricesShown = memberPricesShown;
    }

    @GetMapping("/app/v1/catalogue")
    @Allow
    @Operation(
            summary = "Products on sale",
            description =
                    "By code, at most 200 a page; q matches the start of a code, a whole barcode or part of a name."
                            + " Prices in the smallest currency unit; the quote tells what the caller pays.")
    CatalogueItem.Page forMembers(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String category,
            @RequestParam @Nullable SkuKind kind,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return page(new SkuSearch(q, category, kind, true, after, limit), memberPricesShown);
    }

    @GetMapping("/app/v1/catalogue/{skuId}")
    @Allow
    @Operation(
            summary = "One product on sale",
            description = "404 SKU_NOT_FOUND when it does not exist or is not on sale.")
    CatalogueItem one(@PathVariable long skuId) {
        return CatalogueItem.of(onSale(SkuId.of(skuId)), currency, memberPricesShown);
    }

    @GetMapping("/app/v1/catalogue-categories")
    @Allow
    @Operation(summary = "Categories that have products on sale", description = "In alphabetical order, at most 200.")
    List<String> categories() {
        return skus.categories();
    }

    @GetMapping("/store/v1/catalogue")
    @Allow({Right.CATALOGUE_READ, Right.ORDERS_SELL})
    @Operation(summary = "Products on sale, with member prices", description = "As for members; at most 200 a page.")
    CatalogueItem.Page forStaff(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String category,
            @RequestParam @Nullable SkuKind kind,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return page(new SkuSearch(q, category, kind, true, after, limit), true);
    }

    @GetMapping("/store/v1/skus/by-barcode/{ean}")
    @Allow({Right.CATALOGUE_READ, Right.ORDERS_SELL})
    @Operation(
            summary = "The product with this barcode",
            description =
                    "EAN-13 or EAN-8 as scanned, or the label of a scale: then pack tells its weight (grams) and price,"
                            + " and listPriceMinor is the pack's. 404 SKU_BARCODE_UNKNOWN when no product on sale carries it, 400"
                            + " SCALE_LABEL_BAD for a wrong check digit")
    CatalogueItem byBarcode(@PathVariable String ean) {
        return skus.byBarcode(ean)
                .filter(Sku::active)
                .map(sku -> CatalogueItem.of(sku, currency, true))
                .or(() -> labels.read(ean)
                        .filter(pack -> pack.sku().active())
                        .map(pack -> CatalogueItem.of(pack, currency)))
                .orElseThrow(() -> SkuProblem.SKU_BARCODE_UNKNOWN.with("barcode", ean));
    }

    private Sku onSale(SkuId id) {
        Sku sku = skus.require(id);
        if (!sku.active()) {
            throw SkuProblem.SKU_NOT_FOUND.with("skus", id.text());
        }
        return sku;
    }

    private CatalogueItem.Page page(SkuSearch search, boolean memberPrice) {
        SkuPage page = skus.page(search);
        return new CatalogueItem.Page(
                page.items().stream()
                        .map(sku -> CatalogueItem.of(sku, currency, memberPrice))
                        .toList(),
                page.next());
    }
}
