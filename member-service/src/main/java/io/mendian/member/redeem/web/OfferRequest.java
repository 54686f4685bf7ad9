package io.mendian.member.redeem.web;

import io.mendian.kernel.TypedId;
import io.mendian.member.redeem.OfferTerms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An offer as headquarters sends it. */
record OfferRequest(
        @NotBlank @Size(max = 64) String name,
        @NotNull @Pattern(regexp = TypedId.PATTERN) String templateId,
        @Min(1) @Max(100_000_000) long points,
        @Nullable @Min(0) @Max(100_000_000) Long stock,
        @Nullable @Min(1) @Max(10_000) Integer limitPerMember,
        @NotNull Instant from,
        @NotNull Instant until,
        boolean active) {

    OfferTerms toTerms() {
        return new OfferTerms(name, templateId, points, stock, limitPerMember, from, until, active);
    }
}
