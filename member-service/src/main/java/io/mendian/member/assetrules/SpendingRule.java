package io.mendian.member.assetrules;

/** Which part of stored value a spend takes: both in proportion to the balance, the bonus first, or the principal first. */
public enum SpendingRule {
    PROPORTIONAL,
    BONUS_FIRST,
    PRINCIPAL_FIRST
}
