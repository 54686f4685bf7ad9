package io.mendian.member.giftcard.web;

import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** How much to move, in the smallest currency unit; left out: all. */
record MoveRequest(@Nullable @Positive Long amountMinor) {}
