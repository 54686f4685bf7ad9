package io.mendian.marketing.pricing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For whom and in which hours a rule applies; no hours: at any. */
public record Conditions(Audience audience, @Nullable TimeWindows hours) {

    public static final Conditions NONE = new Conditions(Audience.ALL, null);

    boolean openAt(Instant at) {
        return hours == null || hours.contains(at);
    }
}
