package io.mendian.order.catalogue.web;

import io.mendian.order.catalogue.ScaleLabels;
import io.mendian.order.catalogue.ScaleLayout;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How the chain's scales print their labels. */
@RestController
class ScaleController {

    private final ScaleLabels labels;

    ScaleController(ScaleLabels labels) {
        this.labels = labels;
    }

    record LayoutsRequest(@NotNull @Size(max = 10) List<@Valid LayoutRequest> layouts) {}

    record LayoutRequest(
            @NotBlank @Size(max = 18) String pattern,
            @Min(1) @Max(1000) int weightUnit,
            @Min(1) @Max(1000) int priceUnit) {}

    @Operation(summary = "Layouts of scale labels", description = "One for each prefix, 20 to 29.")
    @GetMapping("/hq/v1/scale-layouts")
    @Allow(Right.CATALOGUE_READ)
    List<ScaleLayout> layouts() {
        return labels.layouts();
    }

    @Operation(
            summary = "Replace the layouts of scale labels",
            description = "pattern of 13 or 18 places, such as 21IIIIIWWWWWC (weight) or 22IIIIIPPPPPC (price): I item,"
                    + " W weight in steps of weightUnit grams, P price in steps of priceUnit fen, X not read, C check"
                    + " digit. A node sees the change within a minute. 400 SCALE_LAYOUT_INVALID")
    @ChainWide
    @PutMapping("/hq/v1/scale-layouts")
    @Allow(Right.CATALOGUE_WRITE)
    List<ScaleLayout> replace(@Valid @RequestBody LayoutsRequest request) {
        return labels.replace(request.layouts.stream()
                .map(one -> new ScaleLayout(one.pattern, one.weightUnit, one.priceUnit))
                .toList());
    }
}
