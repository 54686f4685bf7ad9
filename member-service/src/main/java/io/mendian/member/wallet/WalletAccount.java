package io.mendian.member.wallet;

/** One member's stored value, locked: what it was, and what the postings of a transaction make of it. */
final class WalletAccount {

    private final long memberKey;
    private final StoredValue balanceBefore;
    private final StoredValue heldBefore;
    private final boolean frozen;
    private StoredValue balance;
    private StoredValue held;

    WalletAccount(long memberKey, StoredValue balance, StoredValue held, boolean frozen) {
        this.memberKey = memberKey;
        this.balanceBefore = balance;
        this.heldBefore = held;
        this.frozen = frozen;
        this.balance = balance;
        this.held = held;
    }

    boolean isFrozen() {
        return frozen;
    }

    StoredValue balance() {
        return balance;
    }

    /** Neither spent nor held. */
    StoredValue free() {
        return balance.minus(held);
    }

    void post(StoredValue delta) {
        require(free().plus(delta));
        balance = balance.plus(delta);
    }

    void freeHeld(StoredValue part) {
        require(held.minus(part));
        held = held.minus(part);
    }

    private void require(StoredValue left) {
        if (left.principalMinor() < 0 || left.bonusMinor() < 0) {
            throw new IllegalStateException("the stored value of member " + memberKey + " would leave its range");
        }
    }

    boolean isChanged() {
        return !balance.equals(balanceBefore) || !held.equals(heldBefore);
    }

    /** The parameters of {@link WalletTables#move}. */
    Object[] change() {
        StoredValue posted = balance.minus(balanceBefore);
        StoredValue set = held.minus(heldBefore);
        return new Object[] {
            posted.principalMinor(),
            posted.bonusMinor(),
            set.principalMinor(),
            set.bonusMinor(),
            memberKey,
            posted.principalMinor(),
            set.principalMinor(),
            posted.bonusMinor(),
            set.bonusMinor(),
            set.principalMinor(),
            set.bonusMinor()
        };
    }
}
