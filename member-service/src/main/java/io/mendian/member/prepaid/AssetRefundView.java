package io.mendian.member.prepaid;

import java.util.List;

/**
 * What returning a recharge or card line gives back, and why; amounts in the smallest currency unit.
 *
 * @param takesBack what the member gives up for it
 */
public record AssetRefundView(
        String orderId,
        String lineId,
        String kind,
        RefundCause cause,
        long paidMinor,
        long refundMinor,
        RefundFormula formula,
        List<RefundStep> steps,
        TakesBack takesBack,
        Evidence evidence) {

    /** What is left of the asset, and goes. */
    public record TakesBack(long principalMinor, long bonusMinor, long uses, long giftCardMinor) {}

    /** What the figures rest on: the contract's terms as they were sold, and the policy that was applied. */
    public record Evidence(
            String contract,
            String textVersion,
            String policy,
            long dealMinor,
            String consumedDeal,
            String consumedList) {}
}
