package io.mendian.analytics.rfm;

/** The scores of all members of a moment. */
record RfmTable(Purchases purchases, Quintiles recency, Quintiles frequency, Quintiles monetary) {

    static RfmTable of(Purchases purchases) {
        return new RfmTable(purchases, purchases.recency(), purchases.frequency(), purchases.monetary());
    }

    int r(int i) {
        return recency.inverted(purchases.days(i));
    }

    int f(int i) {
        return frequency.step(purchases.orders(i));
    }

    int m(int i) {
        return monetary.step(purchases.spend(i));
    }

    RfmClass rfmClass(int i) {
        return RfmClass.of(r(i), f(i), m(i));
    }
}
