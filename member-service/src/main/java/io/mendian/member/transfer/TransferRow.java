package io.mendian.member.transfer;

import io.mendian.kernel.MemberKey;
import io.mendian.member.wallet.StoredValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A transfer and what it has set aside. */
record TransferRow(
        long id,
        long fromKey,
        @Nullable Long toKey,
        StoredValue part,
        StoredValue fee,
        @Nullable Long cardId,
        TransferStatus status,
        Instant madeAt,
        Instant expiresAt) {

    MemberKey from() {
        return MemberKey.of(fromKey);
    }

    String lockName() {
        return "TRANSFER:" + id;
    }

    TransferView seenBy(MemberKey reader) {
        return new TransferView(
                Long.toString(id),
                cardId == null ? "STORED_VALUE" : "CARD",
                reader.value() == fromKey ? "OUT" : "IN",
                part.principalMinor(),
                part.bonusMinor(),
                fee.totalMinor(),
                cardId == null ? null : cardId.toString(),
                status.name(),
                madeAt,
                expiresAt);
    }
}
