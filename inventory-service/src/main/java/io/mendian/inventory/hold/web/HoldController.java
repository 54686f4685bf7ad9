package io.mendian.inventory.hold.web;

import io.mendian.inventory.hold.PlaceHold;
import io.mendian.inventory.hold.ReleaseHold;
import io.mendian.inventory.stock.Pieces;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Holds of a checkout. The hold id, which is the order id, makes each call repeatable; no Idempotency-Key is needed. */
@RestController
class HoldController {

    private final PlaceHold placeHold;
    private final ReleaseHold releaseHold;

    HoldController(PlaceHold placeHold, ReleaseHold releaseHold) {
        this.placeHold = placeHold;
        this.releaseHold = releaseHold;
    }

    record HoldLine(@NotNull SkuId skuId, @Positive long quantity) {}

    record HoldRequest(
            @NotNull HoldId holdId,
            @NotNull StoreId storeId,
            @NotNull Instant expiresAt,
            @NotEmpty @Size(max = 200) @Valid List<HoldLine> lines) {}

    record HoldAnswer(HoldId holdId) {}

    @Operation(
            summary = "Hold pieces for a checkout, all or nothing",
            description =
                    "Quantities are positive, in the smallest stock unit. The same holdId with the same store and lines is the "
                            + "same hold; the first deadline counts. 409 NOT_ENOUGH_STOCK (facts skuId, left, wanted), HOLD_DIFFERS, "
                            + "HOLD_ENDED, HOLD_TOO_LATE.")
    @PostMapping("/internal/v1/holds")
    @Allow
    HoldAnswer place(@Valid @RequestBody HoldRequest body) {
        Pieces pieces = Pieces.of(body.lines(), HoldLine::skuId, HoldLine::quantity);
        placeHold.place(new PlaceHold.Wanted(body.holdId(), body.storeId(), body.expiresAt(), pieces));
        return new HoldAnswer(body.holdId());
    }

    @Operation(
            summary = "Release a hold",
            description = "204 also when it has ended or never came; one that comes later is refused with HOLD_ENDED.")
    @DeleteMapping("/internal/v1/holds/{holdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    void release(@PathVariable long holdId) {
        releaseHold.release(HoldId.of(holdId), null);
    }
}
