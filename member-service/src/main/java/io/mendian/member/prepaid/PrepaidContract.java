package io.mendian.member.prepaid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A prepaid contract: one paid order line with a recharge or cards, as it was concluded. */
public record PrepaidContract(
        String orderId,
        String lineId,
        String memberKey,
        String kind,
        String product,
        String name,
        String orderNo,
        String storeId,
        long listMinor,
        long paidMinor,
        String currency,
        Instant paidAt,
        ContractTerms terms,
        @Nullable String refundingId,
        @Nullable Instant refundedAt) {

    long order() {
        return Long.parseLong(orderId);
    }

    long member() {
        return Long.parseLong(memberKey);
    }

    String cause() {
        return orderId + ":" + lineId;
    }
}
