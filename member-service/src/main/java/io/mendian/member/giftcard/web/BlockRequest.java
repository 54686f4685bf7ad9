package io.mendian.member.giftcard.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why. */
record BlockRequest(@NotBlank @Size(max = 200) String reason) {}
