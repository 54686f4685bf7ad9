package io.mendian.chain.chaos;

/** What came of a run so far. */
record Figures(int trials, int kills, int atPoints, int violations, int late, long slowestMillis) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

    boolean passed() {
        return violations == 0 && late == 0;
    }
}
