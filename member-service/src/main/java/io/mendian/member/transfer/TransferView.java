package io.mendian.member.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A transfer; amounts in the smallest currency unit. {@code feeMinor} is paid by the giver. */
public record TransferView(
        String transferId,
        String kind,
        String direction,
        long principalMinor,
        long bonusMinor,
        long feeMinor,
        @Nullable String cardId,
        String status,
        Instant madeAt,
        Instant expiresAt) {

    /** The code by which the other takes it; shown once. */
    public record Code(String transferId, String code) {}
}
