package io.mendian.member.prepaid.web;

import io.mendian.member.prepaid.RefundPolicy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A refund policy; it may be better than the law, never worse. */
record RefundPolicyRequest(
        @Min(RefundPolicy.LEAST_COOLING_OFF_DAYS) @Max(365) int coolingOffDays,
        @NotNull RefundPolicy.ConsumerTerms consumerTerms,
        @Min(1000) @Max(10_000) int listPermille,
        @NotBlank @Size(max = 40) String textVersion) {

    RefundPolicy policy(String name) {
        return new RefundPolicy(name, coolingOffDays, consumerTerms, listPermille, textVersion);
    }
}
