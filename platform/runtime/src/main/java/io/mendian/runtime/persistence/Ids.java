package io.mendian.runtime.persistence;

import com.github.f4b6a3.tsid.TsidCreator;

/** New 64-bit ids, rising with time, unique over all processes (10 random bits tell nodes apart). */
public final class Ids {

    private Ids() {}

    public static long next() {
        return TsidCreator.getTsid().toLong();
    }
}
