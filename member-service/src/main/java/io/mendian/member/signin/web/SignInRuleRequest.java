package io.mendian.member.signin.web;

import io.mendian.kernel.TypedId;
import io.mendian.member.signin.SignInRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sign-in rule as headquarters sends it. */
record SignInRuleRequest(
        @Min(0) @Max(10_000) int pointsPerDay,
        @Nullable @Min(2) @Max(365) Integer streakDays,
        SignInRule.@NotNull Gift giftKind,
        @Nullable @Min(0) @Max(100_000) Integer giftPoints,
        @Nullable @Pattern(regexp = TypedId.PATTERN) String giftTemplateId,
        @Nullable @Size(min = 1, max = 64) String giftTitle,
        @Nullable @Min(1) @Max(365) Integer voucherDays) {

    SignInRule toRule() {
        return new SignInRule(
                0,
                pointsPerDay,
                Objects.requireNonNullElse(streakDays, 7),
                giftKind,
                Objects.requireNonNullElse(giftPoints, 0),
                giftTemplateId,
                giftTitle,
                Objects.requireNonNullElse(voucherDays, 30));
    }
}
