package io.mendian.member.card.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.member.card.UseCardCommand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One use; useId is 1 to 64 characters and names it for ever. */
record UseCardRequest(
        @NotBlank @Size(max = 64) String useId,
        @NotNull MemberKey memberKey,
        @NotNull SkuId serviceSkuId,
        @NotNull StoreId storeId,
        @Nullable StaffId staffId,
        @Nullable @Pattern(regexp = TypedId.PATTERN) String cardId) {

    UseCardCommand toCommand() {
        return new UseCardCommand(
                useId, memberKey, serviceSkuId, storeId, staffId, cardId == null ? null : Long.valueOf(cardId));
    }
}
