package io.mendian.member.card.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** By how many days the end moves out, and why. */
record ExtendCardRequest(
        @Min(1) @Max(366) int days,
        @NotBlank @Size(max = 200) String reason) {}
