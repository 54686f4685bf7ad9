package io.mendian.order.presale.web;

import io.mendian.kernel.SkuId;
import io.mendian.order.presale.EndPresaleOffer;
import io.mendian.order.presale.OpenPresaleOffer;
import io.mendian.order.presale.PresaleOffer;
import io.mendian.order.presale.PresaleQueries;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pre-sales: headquarters offers them, members and tills see them. */
@RestController
class PresaleOfferController {

    private final OpenPresaleOffer openPresaleOffer;
    private final EndPresaleOffer endPresaleOffer;
    private final PresaleQueries queries;

    PresaleOfferController(OpenPresaleOffer openPresaleOffer, EndPresaleOffer endPresaleOffer, PresaleQueries queries) {
        this.openPresaleOffer = openPresaleOffer;
        this.endPresaleOffer = endPresaleOffer;
        this.queries = queries;
    }

    record PresaleOfferRequest(
            @NotNull SkuId skuId,
            @Positive @Max(1_000_000_000) long depositMinor,
            @Positive @Nullable @Max(1_000_000_000) Long worthMinor,
            @NotNull Instant depositUntil,
            @NotNull Instant balanceFrom,
            @NotNull Instant balanceUntil,
            PresaleOffer.@NotNull Missed missed,
            @Positive @Max(1_000_000) long pieces) {}

    @Operation(
            summary = "定金预售：offer a product for a deposit now and the balance later",
            description =
                    "Per piece, smallest unit: the deposit counts for worthMinor (left out: for itself) of the list price of now and"
                            + " is at most 20 % of deposit and balance together (Civil Code, art. 586). missed: KEEP or GIVE_BACK"
                            + " the deposit when the balance is not paid in time. Terms never change. Errors: 409"
                            + " PRESALE_GOODS_ONLY, PRESALE_DEPOSIT_TOO_HIGH, PRESALE_WORTH_WRONG, PRESALE_TIME_WRONG")
    @ChainWide
    @PostMapping("/hq/v1/presale-offers")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.CATALOGUE_WRITE)
    PresaleOffer open(@Valid @RequestBody PresaleOfferRequest request) {
        return openPresaleOffer.open(new OpenPresaleOffer.Command(
                request.skuId,
                request.depositMinor,
                request.worthMinor == null ? request.depositMinor : request.worthMinor,
                request.depositUntil,
                request.balanceFrom,
                request.balanceUntil,
                request.missed,
                request.pieces));
    }

    @Operation(
            summary = "Take no more deposits for a pre-sale",
            description = "Orders already placed keep their terms.")
    @ChainWide
    @PostMapping("/hq/v1/presale-offers/{id}/end")
    @Idempotent
    @Allow(Right.CATALOGUE_WRITE)
    PresaleOffer end(@PathVariable long id) {
        return endPresaleOffer.end(id);
    }

    @Operation(
            summary = "Pre-sale offers, newest first",
            description = "before: the last offerId of the page seen; limit 1 to 200")
    @GetMapping("/hq/v1/presale-offers")
    @Allow({Right.CATALOGUE_READ, Right.CATALOGUE_WRITE})
    List<PresaleOffer> all(
            @RequestParam(defaultValue = "false") boolean openOnly,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return queries.page(openOnly, before, limit);
    }

    @Operation(summary = "Pre-sales that take deposits now, for the till", description = "limit 1 to 200")
    @GetMapping("/store/v1/presale-offers")
    @Allow(Right.ORDERS_SELL)
    List<PresaleOffer> atTill(@RequestParam @Nullable Long before, @RequestParam(defaultValue = "50") int limit) {
        return queries.page(true, before, limit);
    }

    @Operation(summary = "Pre-sales that take deposits now", description = "limit 1 to 200")
    @GetMapping("/app/v1/presale-offers")
    @Allow
    List<PresaleOffer> forMembers(@RequestParam @Nullable Long before, @RequestParam(defaultValue = "50") int limit) {
        return queries.page(true, before, limit);
    }
}
