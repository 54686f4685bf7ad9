package io.mendian.member.points;

/** A member's locked account while a session works on it. Mutable, and seen by nobody outside its session. */
final class PointsAccount {

    final long memberKey;
    private final long balanceBefore;
    private final long heldBefore;
    private final long debtBefore;
    private long balance;
    private long held;
    private long debt;

    PointsAccount(long memberKey, long balance, long held, long debt) {
        this.memberKey = memberKey;
        this.balance = balance;
        this.held = held;
        this.debt = debt;
        this.balanceBefore = balance;
        this.heldBefore = held;
        this.debtBefore = debt;
    }

    long balance() {
        return balance;
    }

    long debt() {
        return debt;
    }

    /** What is neither spent nor held. */
    long free() {
        return balance - held;
    }

    long post(long delta) {
        balance = Math.addExact(balance, delta);
        return balance;
    }

    void hold(long delta) {
        held = Math.addExact(held, delta);
    }

    void owe(long delta) {
        debt = Math.addExact(debt, delta);
    }

    boolean isChanged() {
        return balance != balanceBefore || held != heldBefore || debt != debtBefore;
    }

    /** The parameters of the guarded update, see {@link PointsLedger}. */
    Object[] change() {
        long byBalance = balance - balanceBefore;
        long byHeld = held - heldBefore;
        long byDebt = debt - debtBefore;
        return new Object[] {byBalance, byHeld, byDebt, memberKey, byBalance, byHeld, byHeld, byDebt};
    }
}
