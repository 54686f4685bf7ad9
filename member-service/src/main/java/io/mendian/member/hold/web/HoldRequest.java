package io.mendian.member.hold.web;

import io.mendian.kernel.HoldId;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.member.hold.HoldCommand;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to hold until when; stored value in the smallest currency unit. */
record HoldRequest(
        @NotNull HoldId holdId,
        @Nullable MemberKey memberKey,
        @PositiveOrZero long points,
        @PositiveOrZero long storedValueMinor,
        @NotNull Instant expiresAt,
        @Nullable @Valid @Size(max = 20) List<Gift> giftCards,
        @Nullable @Valid @Size(max = 100) List<Uses> cardUses) {

    /** An amount of the gift card with this secret code. */
    record Gift(
            @NotBlank @Size(max = 40) String code, @Positive long amountMinor) {}

    /** Uses for the service of an order line, paid by punch or period cards. */
    record Uses(
            @NotBlank @Size(max = 64) String lineId,
            @NotNull SkuId serviceSkuId,
            @NotNull StoreId storeId,
            @Positive @Max(1000) long uses,
            @Nullable @Pattern(regexp = TypedId.PATTERN) String cardId) {

        HoldCommand.Uses wish() {
            return new HoldCommand.Uses(
                    lineId, serviceSkuId, storeId, uses, cardId == null ? null : Long.valueOf(cardId));
        }
    }

    HoldCommand toCommand() {
        List<HoldCommand.Gift> gifts = giftCards == null
                ? List.of()
                : giftCards.stream()
                        .map(gift -> new HoldCommand.Gift(gift.code(), gift.amountMinor()))
                        .toList();
        List<HoldCommand.Uses> wishes =
                cardUses == null ? List.of() : cardUses.stream().map(Uses::wish).toList();
        return new HoldCommand(holdId, memberKey, points, storedValueMinor, expiresAt, gifts, wishes);
    }
}
