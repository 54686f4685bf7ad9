package io.mendian.member.transfer.web;

import io.mendian.kernel.TypedId;
import io.mendian.member.transfer.TransferWish;
import io.mendian.runtime.problem.CommonProblem;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** Either an amount of stored value, in the smallest currency unit, or a card. */
record TransferRequest(
        @Nullable @Positive Long amountMinor,
        @Nullable @Pattern(regexp = TypedId.PATTERN) String cardId) {

    TransferWish wish() {
        if ((amountMinor == null) == (cardId == null)) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "name amountMinor or cardId");
        }
        return new TransferWish(amountMinor == null ? 0 : amountMinor, cardId == null ? null : Long.valueOf(cardId));
    }
}
