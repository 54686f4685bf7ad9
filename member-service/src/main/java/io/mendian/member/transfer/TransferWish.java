package io.mendian.member.transfer;

import org.jspecify.annotations.Nullable;

/** What is to pass on: an amount of stored value (smallest currency unit), or a card. */
public record TransferWish(long amountMinor, @Nullable Long cardId) {}
