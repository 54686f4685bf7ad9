package io.mendian.runtime.persistence;

import com.github.f4b6a3.tsid.TsidCreator;

/** Ids as they will be from July 2027 on, of 19 digits, so that no test is content with the 18 of today. */
public final class LaterIds {

    /** Almost nine years. */
    private static final long LATER = 1L << 60;

    private LaterIds() {}

    public static void begin() {
        Ids.from(() -> TsidCreator.getTsid().toLong() + LATER);
    }
}
