package io.mendian.member.prepaid;

/** The formulas of the Supreme People's Court's interpretation on prepaid consumption, in force since 2025-05-01. */
public enum RefundFormula {
    /** Within seven days of paying and untouched: everything that was paid. */
    SEVEN_DAYS,
    /** paid − consumed value × paid ÷ (paid + given): what was given free counts as part of the deal. */
    MERCHANT_FAULT,
    /** paid − consumed value at the price before the discount, not below zero. */
    CONSUMER_REASON
}
