package io.mendian.member.prepaid;

import java.util.List;

/** What a refund comes to, by which formula, and why. */
record RefundResult(long refundMinor, RefundFormula formula, List<RefundStep> steps) {}
