package io.mendian.member.giftcard.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A secret code as it was typed or scanned. */
record GiftCodeRequest(@NotBlank @Size(max = 40) String code) {}
