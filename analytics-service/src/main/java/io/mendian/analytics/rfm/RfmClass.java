package io.mendian.analytics.rfm;

/**
 * Eleven groups of members by recency r and value v, the mean of f and m rounded up. Every pair belongs to one group;
 * the table stands in docs/guides/rfm-classes.md.
 */
public enum RfmClass {
    CHAMPIONS("重要价值"),
    LOYAL("忠诚"),
    POTENTIAL_LOYALIST("潜力忠诚"),
    NEW("新客"),
    PROMISING("有望"),
    NEEDS_ATTENTION("需要关注"),
    ABOUT_TO_SLEEP("即将沉睡"),
    AT_RISK("有流失风险"),
    CANNOT_LOSE("重点挽留"),
    HIBERNATING("沉睡"),
    LOST("已流失");

    private static final RfmClass[][] BY_RECENCY_AND_VALUE = {
        {LOST, LOST, AT_RISK, CANNOT_LOSE, CANNOT_LOSE},
        {HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, CANNOT_LOSE},
        {ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEEDS_ATTENTION, LOYAL, LOYAL},
        {PROMISING, POTENTIAL_LOYALIST, POTENTIAL_LOYALIST, LOYAL, CHAMPIONS},
        {NEW, POTENTIAL_LOYALIST, POTENTIAL_LOYALIST, CHAMPIONS, CHAMPIONS},
    };

    private final String zh;

    RfmClass(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** The group of scores, each 1 to 5. */
    public static RfmClass of(int r, int f, int m) {
        int value = (f + m + 1) / 2;
        return BY_RECENCY_AND_VALUE[r - 1][value - 1];
    }
}
