package io.mendian.marketing.seat.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.marketing.seat.FreeSeat;
import io.mendian.marketing.seat.HoldSeat;
import io.mendian.marketing.seat.HoldSeatCommand;
import io.mendian.marketing.seat.SeatPrice;
import io.mendian.marketing.seat.SeatQueries;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prices and seats of campaign offers, for checkout. */
@RestController
class SeatController {

    private static final String ID = TypedId.PATTERN;

    private final SeatQueries queries;
    private final HoldSeat holdSeat;
    private final FreeSeat freeSeat;

    SeatController(SeatQueries queries, HoldSeat holdSeat, FreeSeat freeSeat) {
        this.queries = queries;
        this.holdSeat = holdSeat;
        this.freeSeat = freeSeat;
    }

    record PriceRequest(
            @NotNull @Pattern(regexp = ID) String offerId,
            @NotNull StoreId storeId,
            @NotNull SkuId skuId,
            @NotNull MemberKey memberKey,
            @Min(1) @Max(100_000) long pieces,
            @Nullable @Pattern(regexp = ID) String groupId,
            @Nullable @Pattern(regexp = ID) String bargainId) {}

    record SeatRequest(
            @NotNull OrderId holdId,
            @NotNull MemberKey memberKey,
            @NotNull StoreId storeId,
            @NotNull @Pattern(regexp = ID) String offerId,
            @NotNull SkuId skuId,
            @Min(1) @Max(100_000) long pieces,
            @Min(0) long unitPriceMinor,
            @Nullable @Pattern(regexp = ID) String groupId,
            @Nullable @Pattern(regexp = ID) String bargainId,
            @NotNull Instant expiresAt) {}

    record SeatView(String holdId) {}

    @PostMapping("/internal/v1/campaign-prices")
    @Allow
    @Operation(
            summary = "What a piece costs by a campaign offer, or why it cannot be had now",
            description =
                    "unitPriceMinor in the smallest unit; holds nothing. groupId joins a group, left out opens one; bargainId is"
                            + " the member's own. 404 CAMPAIGN_UNKNOWN, GROUP_UNKNOWN; 409 CAMPAIGN_OVER, CAMPAIGN_OTHER_STORE,"
                            + " CAMPAIGN_OTHER_PRODUCT, CAMPAIGN_SOLD_OUT, CAMPAIGN_LIMIT, GROUP_FULL, GROUP_OVER,"
                            + " GROUP_ALREADY_JOINED (orderId: the order whose place it is), BARGAIN_NEEDED, BARGAIN_OVER.")
    SeatPrice price(@Valid @RequestBody PriceRequest body) {
        return queries.price(new SeatPrice.Asked(
                Long.parseLong(body.offerId()),
                body.storeId(),
                body.skuId(),
                body.memberKey(),
                body.pieces(),
                id(body.groupId()),
                id(body.bargainId())));
    }

    @PostMapping("/internal/v1/campaign-seats")
    @Allow
    @Operation(
            summary = "Take the seat of an order in a campaign offer",
            description =
                    "holdId is the order id; a group-buy without groupId opens a group whose id is the order's. All or nothing:"
                            + " the group's seat, the bargain at unitPriceMinor, the allotment, the member's limit. The same again is"
                            + " the same hold. Confirmed by OrderPaid, released by OrderCancelled, given back by a full OrderRefunded."
                            + " Refusals as for campaign-prices, and 409 CAMPAIGN_PRICE_CHANGED, BARGAIN_ORDERED, SEAT_HOLD_DIFFERS,"
                            + " SEAT_HOLD_ENDED.")
    SeatView hold(@Valid @RequestBody SeatRequest body) {
        holdSeat.hold(new HoldSeatCommand(
                body.holdId(),
                body.memberKey(),
                body.storeId(),
                Long.parseLong(body.offerId()),
                body.skuId(),
                body.pieces(),
                body.unitPriceMinor(),
                id(body.groupId()),
                id(body.bargainId()),
                body.expiresAt()));
        return new SeatView(body.holdId().text());
    }

    @DeleteMapping("/internal/v1/campaign-seats/{holdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Operation(summary = "Release the seat of an order", description = "204 also when it is gone or never was.")
    void release(@PathVariable long holdId) {
        freeSeat.release(OrderId.of(holdId));
    }

    private static @Nullable Long id(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
