package io.mendian.member.history;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.member.points.PointsSession;

/** Told once of each refund, in its transaction, after the correction stands in the record; the session is saved later. */
public interface RefundSettled {

    void settled(OrderRefunded refund, MemberKey member, PointsSession points);
}
