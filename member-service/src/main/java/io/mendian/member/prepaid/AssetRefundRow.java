package io.mendian.member.prepaid;

import io.mendian.kernel.MemberKey;
import io.mendian.member.wallet.StoredValue;

/** A refund under way, or ended. */
record AssetRefundRow(
        String refundId,
        long orderId,
        String lineId,
        long memberKey,
        String kind,
        RefundCause cause,
        long refundMinor,
        StoredValue left,
        String answer,
        AssetRefundStatus status) {

    MemberKey member() {
        return MemberKey.of(memberKey);
    }

    String lockName() {
        return "REFUND:" + refundId + ":" + lineId;
    }
}
