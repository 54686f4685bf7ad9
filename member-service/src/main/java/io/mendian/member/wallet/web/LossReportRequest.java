package io.mendian.member.wallet.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why stored value is frozen, or may be spent again. */
record LossReportRequest(@NotBlank @Size(max = 200) String reason) {}
