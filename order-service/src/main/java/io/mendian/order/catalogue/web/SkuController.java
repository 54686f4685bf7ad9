package io.mendian.order.catalogue.web;

import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.ChangeSku;
import io.mendian.order.catalogue.CreateSku;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuKind;
import io.mendian.order.catalogue.SkuPage;
import io.mendian.order.catalogue.SkuProblem;
import io.mendian.order.catalogue.SkuQueries;
import io.mendian.order.catalogue.SkuSearch;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The product master of headquarters. */
@RestController
class SkuController {

    private final CreateSku create;
    private final ChangeSku change;
    private final SkuQueries skus;

    SkuController(CreateSku create, ChangeSku change, SkuQueries skus) {
        this.create = create;
        this.change = change;
        this.skus = skus;
    }

    @ChainWide
    @PostMapping("/hq/v1/skus")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.CATALOGUE_WRITE)
    @Operation(
            summary = "Add a product",
            description =
                    "Prices 0 to 100,000,000 in the smallest currency unit; SERVICE needs durationMinutes (1 to 1440),"
                            + " CARD needs cardTerms, RECHARGE needs rechargePackageId; barcodes (EAN-13, EAN-8) for GOODS and GIFT."
                            + " 400 SKU_INVALID, 409 SKU_CODE_TAKEN, SKU_BARCODE_TAKEN.")
    Sku create(@Valid @RequestBody SkuRequest request) {
        return create.create(request.content());
    }

    @ChainWide
    @PutMapping("/hq/v1/skus/{id}")
    @Allow(Right.CATALOGUE_WRITE)
    @Operation(
            summary = "Change a product",
            description =
                    "Replaces all of it; version is the one that was read. The same content changes nothing. active=false"
                            + " takes it off sale. 409 SKU_CHANGED_MEANWHILE names the present version.")
    Sku change(@PathVariable long id, @Valid @RequestBody SkuRequest request) {
        Long version = request.version();
        if (version == null) {
            throw SkuProblem.SKU_INVALID.with("reason", "version");
        }
        return change.change(SkuId.of(id), version, request.content());
    }

    @GetMapping("/hq/v1/skus/{id}")
    @Allow(Right.CATALOGUE_READ)
    @Operation(summary = "One product, on sale or not", description = "404 SKU_NOT_FOUND.")
    Sku one(@PathVariable long id) {
        return skus.require(SkuId.of(id));
    }

    @GetMapping("/hq/v1/skus")
    @Allow(Right.CATALOGUE_READ)
    @Operation(
            summary = "Products by code",
            description =
                    "At most 200 a page; q matches the start of a code, a whole barcode or part of a name. Send next as after.")
    SkuPage list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String category,
            @RequestParam @Nullable SkuKind kind,
            @RequestParam @Nullable Boolean active,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return skus.page(new SkuSearch(q, category, kind, active, after, limit));
    }

    @GetMapping("/internal/v1/skus/{id}")
    @Allow
    @Operation(summary = "One product, for other services")
    Sku forServices(@PathVariable long id) {
        return skus.require(SkuId.of(id));
    }
}
