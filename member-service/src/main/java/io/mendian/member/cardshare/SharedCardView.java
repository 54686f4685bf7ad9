package io.mendian.member.cardshare;

import io.mendian.member.card.CardView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card that somebody shares with me, or invites me to.
 *
 * @param owner the owner's masked name
 * @param relation what I am to the owner
 * @param card what is left of it; null until I have confirmed
 */
public record SharedCardView(
        String shareId,
        @Nullable String owner,
        Relation relation,
        CardShareStatus status,
        String cardName,
        Instant invitedUntil,
        @Nullable CardView card) {}
