package io.mendian.member.card.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why. */
record CardReasonRequest(@NotBlank @Size(max = 200) String reason) {}
