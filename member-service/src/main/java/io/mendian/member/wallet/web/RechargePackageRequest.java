package io.mendian.member.wallet.web;

import io.mendian.member.wallet.RechargeOffer;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A recharge package; amounts in the smallest currency unit. Left out, active means yes. */
record RechargePackageRequest(
        @NotBlank @Size(max = 64) String name,
        @Positive long principalMinor,
        @PositiveOrZero long bonusMinor,
        @Nullable Boolean active) {

    RechargeOffer offer() {
        return new RechargeOffer(name, principalMinor, bonusMinor, active == null || active);
    }
}
