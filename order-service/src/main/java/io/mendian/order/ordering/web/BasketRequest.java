package io.mendian.order.ordering.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.order.campaign.CampaignWish;
import io.mendian.order.ordering.Basket;
import io.mendian.order.ordering.CashTaken;
import io.mendian.order.ordering.HandingWish;
import io.mendian.order.ordering.MembersAtTill;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.ordering.TenderWish;
import io.mendian.order.ordering.TipLeft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A basket to be priced or placed. {@code storeId} may be left out at a till; {@code memberKey}, {@code memberCode},
 * {@code memberPhone}, {@code cash} and {@code booked} count at a till only. {@code payWith}: the means it will be paid by,
 * for prices that depend on it; the order can then be paid by no other. {@code handing}: how goods come to the buyer, left out:
 * he takes them along; {@code tip} counts in a sale at a till only.
 */
record BasketRequest(
        @Nullable StoreId storeId,
        @NotEmpty @Size(max = 100) List<@Valid Line> lines,
        @Size(max = 20) @Nullable List<String> couponIds,
        @Min(-1) @Max(MOST_MINOR) @Nullable Long usePoints,
        @Min(-1) @Max(MOST_MINOR) @Nullable Long storedValueMinor,
        @PositiveOrZero @Nullable Long expectedPayableMinor,
        @Nullable MemberKey memberKey,
        @Size(max = 100) @Nullable String memberCode,
        @Size(max = 20) @Nullable String memberPhone,
        @Valid @Nullable Cash cash,
        @Pattern(regexp = TypedId.PATTERN) @Nullable String tillId,
        @Size(max = 6) @Nullable List<TenderKind> payWith,
        @Size(max = 10) @Nullable List<@Valid GiftCard> giftCards,
        @Size(max = 10) @Nullable List<@Valid Booked> booked,
        @Valid @Nullable HandingRequest handing,
        @Valid @Nullable TipRequest tip) {

    /** A hundred million in the main unit: more is a typing error, and sums of a few such amounts stay far from overflow. */
    static final long MOST_MINOR = 10_000_000_000L;

    /**
     * One line: the product by its id or a barcode, how many, and who does the service. {@code exchangeOfferId} takes it for
     * points; {@code offerId} takes it by a campaign offer, with the {@code groupId} to join or the {@code bargainId} of the
     * buyer; {@code payByCard} pays a service by uses of {@code cardId}, or of the card that ends first.
     */
    record Line(
            @Nullable SkuId skuId,
            @Size(max = 64) @Nullable String barcode,
            @Min(1) @Max(100_000) long quantity,
            @Nullable StaffId staffId,
            @Nullable @Pattern(regexp = TypedId.PATTERN) String exchangeOfferId,
            @Nullable Boolean payByCard,
            @Nullable @Pattern(regexp = TypedId.PATTERN) String cardId,
            @Nullable @Pattern(regexp = TypedId.PATTERN) String offerId,
            @Nullable @Pattern(regexp = TypedId.PATTERN) String groupId,
            @Nullable @Pattern(regexp = TypedId.PATTERN) String bargainId) {

        Basket.Item item() {
            return new Basket.Item(
                    skuId,
                    barcode,
                    quantity,
                    staffId,
                    exchangeOfferId == null ? null : Long.valueOf(exchangeOfferId),
                    Boolean.TRUE.equals(payByCard),
                    cardId,
                    offerId == null ? null : new CampaignWish(offerId, groupId, bargainId));
        }
    }

    /** A gift card by its secret code, and what it shall pay. */
    record GiftCard(
            @NotBlank @Size(max = 40) String code,
            @Positive @Max(MOST_MINOR) long amountMinor) {}

    /** Money taken outside, such as by a bank terminal; at a till only. */
    record Booked(
            @NotBlank @Size(max = 60) String label,
            @Positive @Max(MOST_MINOR) long amountMinor) {}

    /** Cash on the counter. */
    record Cash(@PositiveOrZero @Max(MOST_MINOR) long receivedMinor) {}

    Basket basket(StoreId store) {
        return new Basket(
                store,
                lines.stream().map(Line::item).toList(),
                couponIds,
                usePoints == null ? 0 : usePoints,
                payWith == null ? List.of() : payWith);
    }

    HandingWish handingWish() {
        return handing == null ? HandingWish.COUNTER : handing.wish();
    }

    @Nullable
    TipLeft tipLeft(long order, StaffId clerk) {
        return tip == null ? null : tip.left("SALE-" + order, clerk);
    }

    /** Cash for the order: a tip in cash is taken first of what was given. */
    @Nullable
    CashTaken cashTaken(StaffId clerk) {
        long kept = tip != null && tip.kind() == TenderKind.CASH ? tip.amountMinor() : 0;
        return cash == null ? null : new CashTaken(cash.receivedMinor() - kept, clerk);
    }

    /** How it shall be paid; what a clerk takes counts only when he sends it. */
    TenderWish tenders(@Nullable CashTaken taken, boolean atTill, TenderWish.Rest rest) {
        return tenders(taken, atTill, rest, null);
    }

    TenderWish tenders(@Nullable CashTaken taken, boolean atTill, TenderWish.Rest rest, @Nullable TipLeft left) {
        return new TenderWish(
                storedValueMinor == null ? 0 : storedValueMinor,
                giftCards == null
                        ? List.of()
                        : giftCards.stream()
                                .map(card -> new TenderWish.GiftCard(card.code.strip(), card.amountMinor))
                                .toList(),
                booked == null || !atTill
                        ? List.of()
                        : booked.stream()
                                .map(one -> new TenderWish.Booked(one.label.strip(), one.amountMinor))
                                .toList(),
                taken,
                rest,
                left);
    }

    MembersAtTill.Named named() {
        return new MembersAtTill.Named(memberKey, memberCode, memberPhone);
    }
}
