package io.mendian.bench;

/** How much data the chain holds before it is measured. TINY is the form of the build server. */
public enum Size {
    TINY(2, 500, 2_000),
    S(10, 10_000, 100_000),
    M(200, 100_000, 1_000_000),
    L(2_000, 1_000_000, 10_000_000);

    private final int stores;
    private final int members;
    private final int orders;

    Size(int stores, int members, int orders) {
        this.stores = stores;
        this.members = members;
        this.orders = orders;
    }

    public int stores() {
        return stores;
    }

    public int members() {
        return members;
    }

    public int orders() {
        return orders;
    }
}
