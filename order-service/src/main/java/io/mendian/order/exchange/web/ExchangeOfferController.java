package io.mendian.order.exchange.web;

import io.mendian.kernel.SkuId;
import io.mendian.order.exchange.EndExchangeOffer;
import io.mendian.order.exchange.ExchangeOffer;
import io.mendian.order.exchange.ExchangeQueries;
import io.mendian.order.exchange.OpenExchangeOffer;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
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

/** Points goods: headquarters offers them, members and tills see them. */
@RestController
class ExchangeOfferController {

    private final OpenExchangeOffer openExchangeOffer;
    private final EndExchangeOffer endExchangeOffer;
    private final ExchangeQueries queries;

    ExchangeOfferController(
            OpenExchangeOffer openExchangeOffer, EndExchangeOffer endExchangeOffer, ExchangeQueries queries) {
        this.openExchangeOffer = openExchangeOffer;
        this.endExchangeOffer = endExchangeOffer;
        this.queries = queries;
    }

    record OfferRequest(
            @NotNull SkuId skuId,
            @Positive @Max(1_000_000_000) long points,
            @Nullable @PositiveOrZero Long cashMinor,
            @Nullable Instant from,
            @NotNull Instant until,
            @Positive @Nullable @Max(1_000_000) Long limitPerMember) {}

    /** An offer; {@code points} and {@code cashMinor} are for one piece. */
    record OfferView(
            String offerId,
            SkuId skuId,
            String name,
            long listPriceMinor,
            long points,
            long cashMinor,
            Instant from,
            Instant until,
            @Nullable Long limitPerMember,
            boolean running) {

        static OfferView of(ExchangeQueries.Shown shown) {
            ExchangeOffer offer = shown.offer();
            return new OfferView(
                    offer.offerId(),
                    offer.skuId(),
                    shown.name(),
                    shown.listPriceMinor(),
                    offer.points(),
                    offer.cashMinor(),
                    offer.from(),
                    offer.until(),
                    offer.limitPerMember(),
                    shown.running());
        }
    }

    @Operation(
            summary = "积分商品：offer goods for points, with or without cash",
            description =
                    "points and cashMinor (smallest unit, at most the list price, left out: 0) for one piece; from left out is now;"
                            + " limitPerMember in pieces. Terms never change: end the offer and make another. Errors: 409"
                            + " EXCHANGE_GOODS_ONLY, EXCHANGE_CASH_TOO_HIGH, EXCHANGE_TIME_WRONG")
    @ChainWide
    @PostMapping("/hq/v1/exchange-offers")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.CATALOGUE_WRITE)
    OfferView open(@Valid @RequestBody OfferRequest request) {
        String id = openExchangeOffer.open(new OpenExchangeOffer.Command(
                request.skuId,
                request.points,
                request.cashMinor == null ? 0 : request.cashMinor,
                request.from,
                request.until,
                request.limitPerMember));
        return OfferView.of(queries.require(Long.parseLong(id)));
    }

    @Operation(summary = "End an exchange offer now", description = "Orders already placed keep their price.")
    @ChainWide
    @PostMapping("/hq/v1/exchange-offers/{id}/end")
    @Idempotent
    @Allow(Right.CATALOGUE_WRITE)
    OfferView end(@PathVariable long id) {
        endExchangeOffer.end(id);
        return OfferView.of(queries.require(id));
    }

    @Operation(
            summary = "Exchange offers, newest first",
            description = "before: the last offerId of the page seen; limit 1 to 200")
    @GetMapping("/hq/v1/exchange-offers")
    @Allow({Right.CATALOGUE_READ, Right.CATALOGUE_WRITE})
    List<OfferView> all(
            @RequestParam(defaultValue = "false") boolean runningOnly,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return page(runningOnly, before, limit);
    }

    @Operation(summary = "Exchange offers that run now, for the till", description = "limit 1 to 200")
    @GetMapping("/store/v1/exchange-offers")
    @Allow(Right.ORDERS_SELL)
    List<OfferView> atTill(@RequestParam @Nullable Long before, @RequestParam(defaultValue = "50") int limit) {
        return page(true, before, limit);
    }

    @Operation(summary = "积分商城：what my points can buy now", description = "limit 1 to 200")
    @GetMapping("/app/v1/exchange-offers")
    @Allow
    List<OfferView> forMembers(@RequestParam @Nullable Long before, @RequestParam(defaultValue = "50") int limit) {
        return page(true, before, limit);
    }

    private List<OfferView> page(boolean runningOnly, @Nullable Long before, int limit) {
        return queries.page(runningOnly, before, limit).stream()
                .map(OfferView::of)
                .toList();
    }
}
