package io.mendian.member.card;

import org.jspecify.annotations.Nullable;

/**
 * What a use took.
 *
 * @param usesLeft after this use; null on a period card
 */
public record CardUseView(String cardId, @Nullable Long usesLeft) {}
