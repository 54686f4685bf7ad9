package io.mendian.member.transfer.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.TypedId;
import io.mendian.member.transfer.TransferWish;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** To whom, what and why; either an amount of stored value, in the smallest currency unit, or a card. */
record TransferByHeadquartersRequest(
        @NotNull MemberKey toMemberKey,
        @Nullable @Positive Long amountMinor,
        @Nullable @Pattern(regexp = TypedId.PATTERN) String cardId,
        @NotBlank @Size(max = 200) String reason) {

    TransferWish wish() {
        return new TransferRequest(amountMinor, cardId).wish();
    }
}
